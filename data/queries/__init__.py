"""What pages read from the store. Each function is one statement on the rollups and answers with a small frame."""
