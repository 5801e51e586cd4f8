"""The parts of the page Responsiveness."""
