"""The self-assessment as people see it: a card for each question, who answers, how far they are, and files."""
