"""The list of topics: a table, the form of one topic, and what can be done with it."""
