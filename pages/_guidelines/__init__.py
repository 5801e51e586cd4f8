"""The parts of the guidelines page."""
