"""The rules themselves: one module per language, and the signs that hold in every language."""
