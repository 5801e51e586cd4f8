"""An own file to begin from."""

from pathlib import Path

EXAMPLE = Path(__file__).parent / "own-questions.yaml"
"""Commented in English and in Dutch; it can be saved as it is."""
