"""Parts of the action plan page."""
