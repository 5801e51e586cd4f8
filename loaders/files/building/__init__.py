"""From columns of text to posts and daily figures. Knows the records, not the formats."""
