"""Days from which a platform counts something in another way; numbers before and after do not compare."""
