"""Every tile runs on both engines, also when there is nothing to show."""

from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.queries.tiles import TILES
from tests.data.queries.stored_figures import SEPTEMBER, only


def test_every_tile_answers_with_a_frame_of_an_empty_store(store: Engine) -> None:
    for tile in TILES:
        assert tile.run(store, ME, only(SEPTEMBER)).empty, tile


def test_tiles_have_names_of_their_own() -> None:
    names = [(tile.page, tile.name) for tile in TILES]
    assert len(set(names)) == len(names)
    assert {tile.page for tile in TILES} == {
        *("overview", "departments", "responsiveness", "conversation", "quality"),
        *("guidelines", "maturity", "plan", "goals", "practice", "campaigns", "change"),
    }
    assert not any(tile.exact for tile in TILES)
