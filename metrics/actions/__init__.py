"""The action plan: actions, what an assessment suggests, and when something is due."""
