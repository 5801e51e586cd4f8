"""Logs that people keep by hand or load from a file: test messages, and removals of comments."""
