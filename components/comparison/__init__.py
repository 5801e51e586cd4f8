"""Departments beside each other: what their size explains, what chance could have done, and what the mix hides."""
