"""Labels of people."""
