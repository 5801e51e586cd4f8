"""Logs that people keep in a spreadsheet: read, held against the registers, and stored."""
