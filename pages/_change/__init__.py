"""The page Change, view by view."""
