"""Comparing fairly: now with before (`periods`), and parts of the organisation with each other."""
