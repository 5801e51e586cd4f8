"""The parts of the page Good practice."""
