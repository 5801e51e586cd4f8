"""What citizens write about: how large topics are, what changed, who waits, and where it arrives."""
