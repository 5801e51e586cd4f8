"""Parts of the maturity page."""
