"""Parts of the connector of YouTube."""
