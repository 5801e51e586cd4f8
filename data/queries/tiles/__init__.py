"""The statements behind the pages, by name, so that their speed can be measured apart from drawing."""

from data.queries.tiles.change import CAMPAIGNS, CHANGE, GOALS, PLAN, PRACTICE
from data.queries.tiles.checks import GUIDELINES, MATURITY, QUALITY
from data.queries.tiles.conversation import CONVERSATION, RESPONSIVENESS, SEARCH
from data.queries.tiles.numbers import DEPARTMENTS, OVERVIEW, STRATA
from data.queries.tiles.tile import Tile

__all__ = ["TILES", "Tile"]

TILES: tuple[Tile, ...] = (
    *OVERVIEW,
    *DEPARTMENTS,
    *STRATA,
    *RESPONSIVENESS,
    *CONVERSATION,
    *QUALITY,
    *GUIDELINES,
    *MATURITY,
    *PLAN,
    *GOALS,
    *CHANGE,
    *PRACTICE,
    *CAMPAIGNS,
    *SEARCH,
)
