"""The cards about topics: the list, what changed, who waits, and one topic in detail."""
