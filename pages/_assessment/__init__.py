"""Parts of the self-assessment page."""
