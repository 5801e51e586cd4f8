"""Change over time in words and pictures: the card of one number, small panels of departments, what happened beside."""
