"""The organisation's guidelines: nine elements, written as prose and as rules that the data can check."""
