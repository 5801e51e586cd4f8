"""Names and notes that people type hold no characters that nobody sees, whatever is pasted, on both engines."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data import goals, mappings
from data.access import LOCAL_ADMINISTRATOR as ME
from data.events import add_event, events
from data.registers import accounts, add_account, add_department, departments, update_account
from data.tags import add_tag, register_expectation, tags
from data.texts import one_line, storable
from metrics.campaigns.rules import Rules
from tests.loaders.sample_batches import batch, contents, load, post

BAD = "\x00\x07\x1b[31m\x7f\x85\x9f\u202e\u2066\ud800"
"""A bell, a colour of a terminal, half a character, and letters turned around."""
_ANY = st.text(st.characters(), max_size=40)  # all of them, halves and controls among them
_TURNED = frozenset("\u202a\u202b\u202c\u202d\u202e")


@given(_ANY)
def test_a_name_is_one_line_of_characters_that_are_seen(text: str) -> None:
    kept = one_line(text)
    assert kept == one_line(kept) and kept.split() == kept.split(" ") * bool(kept)
    assert not any(unicodedata.category(one) in ("Cc", "Cs") or one in _TURNED for one in kept)
    assert sum(kept.count(one) for one in "\u2066\u2067\u2068") == kept.count("\u2069")
    kept.encode()


@given(_ANY)
def test_a_text_keeps_its_lines_and_everything_that_is_seen(text: str) -> None:
    kept = storable(text)
    assert {one for one in kept if unicodedata.category(one) in ("Cc", "Cs")} <= {"\n", "\t"}
    seen = [one for one in text if unicodedata.category(one) not in ("Cc", "Cs") and not one.isspace()]
    assert [one for one in kept if not one.isspace()] == seen
    assert kept.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def test_every_name_in_the_store_is_cleaned(store: Engine) -> None:
    sport = add_department(store, ME, f"Sport{BAD}")
    club = add_account(store, ME, sport, "x", f"@sport{BAD}", f"Sport{BAD} club", owner_role=f"Editor{BAD}")
    update_account(store, ME, club, purpose=f"News{BAD}\nfor all")
    pool = add_tag(store, ME, f"Pool{BAD}", "campaign", Rules(words=(f"pool{BAD}",)), first_day=20_633, last_day=20_640)
    register_expectation(store, ME, pool, "reach", 5.0, f"First{BAD}\nSecond")
    add_event(store, ME, "storm", f"Storm{BAD}", 20_633)
    goals.add_goal(store, ME, f"More{BAD} members")
    mappings.save(store, ME, f"Mine{BAD}", "{}")
    assert departments(store, ME)["name"].tolist() == ["Sport[31m"]
    account = accounts(store, ME).iloc[0]
    assert (account["handle"], account["name"], account["owner_role"]) == ("sport[31m", "Sport[31m club", "Editor[31m")
    assert account["purpose"] == "News[31m for all"
    one = tags(store, ME)[0]
    assert (one.name, one.rules.words, one.expectation) == ("Pool[31m", ("pool[31m",), "First[31m \u202e\u2066\nSecond")
    assert [found.name for found in events(store, ME)] == ["Storm[31m"]
    assert [found.title for found in goals.goals(store, ME)] == ["More[31m members"]
    assert list(mappings.saved(store, ME)) == ["Mine[31m"]


def test_texts_of_posts_keep_what_the_export_says(store: Engine) -> None:
    """They are looked at, and never changed: half a line more or less would be another post."""
    add_account(store, ME, add_department(store, ME, "Sport"), "x", "sport")
    text = "Open\x0b\u202e\r\nfrom\tten\x1b"
    load(store, batch([post("1", text=text)]), accounts={"parking": 1}, sites={})
    assert text in contents(store)["post"][0]
