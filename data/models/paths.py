"""Where the tables of the models are."""

from pathlib import Path

FOLDER = Path(__file__).parent
LEXICON = FOLDER / "lexicon.npz"
A = FOLDER / "sentiment_a.npz"
B = FOLDER / "sentiment_b.npz"
CARD = FOLDER / "sentiment_card.json"
