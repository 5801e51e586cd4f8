"""The page Campaigns and tags: what it knows, the list, one tag, and the forms."""
