"""The action plan: suggestions, forms, the board, the table, results, and files for other programs."""
