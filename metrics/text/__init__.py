"""What a text says: its language, tone and topic. Pure functions on columns of texts; nothing is read from disk."""
