"""What people see of connections: how each is, how one is added, and what its runs brought."""
