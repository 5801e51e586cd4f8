"""Parts of the connector of X."""
