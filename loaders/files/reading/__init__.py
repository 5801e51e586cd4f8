"""From the bytes of any export to tables of text. Knows file kinds, not formats."""
