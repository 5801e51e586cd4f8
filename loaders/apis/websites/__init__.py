"""What the connectors of websites share: whole days in spans, and what a server says of a failure."""
