"""Posts that belong together: by which rule, what was expected of them, and what came of it."""
