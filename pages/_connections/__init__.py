"""Parts of the page Connections."""
