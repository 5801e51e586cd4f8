"""Campaigns and tags: the list, the result of one, the forms, and posts to tag by hand."""
