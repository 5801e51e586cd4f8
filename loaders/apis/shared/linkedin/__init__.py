"""Parts of the connector of LinkedIn."""
