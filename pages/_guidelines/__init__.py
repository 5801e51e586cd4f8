"""The parts of the page Guidelines."""
