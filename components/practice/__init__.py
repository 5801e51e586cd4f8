"""Examples of posts that did better than could be expected."""
