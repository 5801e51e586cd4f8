"""What pages read from the store. Each function is one statement on the rollups and answers with a small frame."""

from data.queries.tiles import TILES, Tile

__all__ = ["TILES", "Tile"]
