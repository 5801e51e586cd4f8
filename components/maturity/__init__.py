"""The results of a self-assessment: bars, claims beside evidence, spread, change, and what others answered."""
