"""Cards about how the organisation answers."""
