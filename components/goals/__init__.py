"""Goals: cards with their numbers, the four levels, forms, and the table."""
