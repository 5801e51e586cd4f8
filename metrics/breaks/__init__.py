"""Days from which something is counted in another way; numbers before and after do not compare."""
