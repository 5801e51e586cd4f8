"""No name, address or number of a citizen reaches the store."""

import json
import re
import time
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.pseudonyms import pseudonym
from loaders.masks import handles_in, holds_contact, mask_handles, mask_text, passes_eleven_proof
from loaders.privacy import holds_citizens, protect
from tests.loaders.sample_batches import batch, comment, contents, load, post, registers

KEY = b"a key for tests"
OWN = ["City_parking"]


def protected(**values: Any) -> "pd.Series[Any]":
    """One comment after protection."""
    return protect(batch(comments=[comment("10", **values)]), OWN, KEY).comments.iloc[0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mail jan.de.vries+stad@example.nl even", "Mail [email] even"),
        ("Mail jan (at) example.nl", "Mail [email]"),
        ("Bel 06-12345678!", "Bel [phone]!"),
        ("Bel 06 - 12 34 56 78.", "Bel [phone]."),
        ("Bel +31 6 12345678 of 0031612345678", "Bel [phone] of [phone]"),
        ("Bel +31 (0)6-12345678", "Bel [phone]"),
        ("(020) 123 45 67 of 0114-123456", "[phone] of [phone]"),
        ("Call 555-123-4567", "Call [phone]"),
        ("+30 210 1234567", "[phone]"),
        ("NL91ABNA0417164300 is van mij", "[iban] is van mij"),
        ("nl91 abna 0417 1643 00 graag", "[iban] graag"),
        ("BE68 5390 0754 7034", "[iban]"),
        ("BSN 111222333", "BSN [bsn]"),
        ("mijn bsn is 1112.22.333", "mijn bsn is [bsn]"),
        ("@jan_jansen wat vind jij", "[handle] wat vind jij"),
        ("dank .@Jan! en @City_Parking", "dank .[handle]! en @City_Parking"),
        ("volg @jan@mastodon.example en @jan.bsky.social", "volg [handle] en [handle]"),
        ("zie https://x.com/jan_jansen/status/123", "zie https://x.com/[handle]/status/123"),
        ("zie instagram.com/p/Cabc en facebook.com/jan.jansen", "zie instagram.com/p/Cabc en facebook.com/[handle]"),
        ("https://mastodon.example/@jan/1", "https://mastodon.example/[handle]/1"),
    ],
)
def test_what_points_at_a_person_is_masked(text: str, masked: str) -> None:
    assert mask_text(text, {"city_parking"}) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Op 01-02-2024 12:30 was het vol, op 1 februari 2024 ook",
        "Het kost 1.250.000 euro, 12,5 % meer dan in 2023",
        "Nummer 123456789 voldoet niet aan de elfproef",
        "Bel 14 020 of 112",
        "Parkeren van 0900 tot 1800, € 2,50 per uur",
        "Postcode 1012 JS, huisnummer 12-14",
        "zie https://www.example.org/nieuws/2024/02/plan",
        "e-mail is handig @ home",
        "",
    ],
)
def test_what_points_at_nobody_stays(text: str) -> None:
    assert mask_text(text, set()) == text


digits = st.integers(0, 9)


@given(st.lists(digits, min_size=8, max_size=8), st.sampled_from(["", " ", ".", "-"]))
def test_every_valid_bsn_is_masked(start: list[int], separator: str) -> None:
    last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), start, strict=True)) % 11
    if last == 10 or not any([*start, last]):
        return
    number = "".join(map(str, [*start, last]))
    assert passes_eleven_proof(number)
    written = separator.join([number[:3], number[3:6], number[6:]])
    assert not re.search(r"\d{3}", mask_text(f"Mijn nummer is {written}, dank", set()))


words = st.text(st.characters(categories=["L", "N"], include_characters="_. -@/:+"), max_size=40)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{2,12}", fullmatch=True)


@given(words, words)
def test_masking_twice_is_masking_once(before: str, after: str) -> None:
    once = mask_text(f"{before} @jan {after}", set())
    assert mask_text(once, set()) == once


@given(words, words)
def test_a_masked_text_holds_no_contact_data(before: str, after: str) -> None:
    assert not holds_contact(mask_text(f"{before} @jan {after}", {"jan"}))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Mail jan (at) example.nl", True),
        ("Bel 06-12345678", True),
        ("nl91 abna 0417 1643 00", True),
        ("BSN 111222333", True),
        ("volg @stad@mastodon.example", False),
        ("Mail [email] of bel 14 020", False),
    ],
)
def test_contact_data_that_is_left_in_a_text_is_found(text: str, holds: bool) -> None:
    assert holds_contact(text) == holds


@given(words, names, names)
def test_no_handle_or_address_survives(around: str, name: str, host: str) -> None:
    text = f"{around} @{name} {around} {name}@{host}.nl {around}"
    masked = mask_text(text, set())
    assert f"@{name}".casefold() not in masked.casefold() or f"@{name}".casefold() in around.casefold()
    assert f"{name}@{host}.nl" not in masked


def test_handles_are_found_in_order() -> None:
    assert handles_in("RT @a: (@b_c) x@d.nl @é") == ["a", "b_c", "é"]


@pytest.mark.parametrize("part", ["0", "06-", "1.1.", "a@"])
def test_a_long_text_does_not_take_for_ever(part: str) -> None:
    text = part * (30_000 // len(part))
    began = time.process_time()
    mask_text(text, set())
    assert time.process_time() - began < 5


def test_masking_handles_leaves_the_rest() -> None:
    assert mask_handles("@jan bel 14020 of mail info@example.nl", set()) == "[handle] bel 14020 of mail info@example.nl"


def test_a_citizen_becomes_a_code_that_is_the_same_everywhere() -> None:
    row = protected(author="Jan_Jansen", text="@jan_jansen ben ik", mentions=["@JAN_JANSEN", "City_Parking"])
    code = pseudonym(KEY, "x", "jan_jansen")
    assert row["author"] == code
    assert json.loads(row["mentions"]) == [code, "@city_parking"]
    assert row["text"] == "[handle] ben ik"


def test_own_replies_keep_their_words_and_have_no_author() -> None:
    row = protected(is_own=True, author="City_parking", text="@jan bel 14020 of mail info@example.nl")
    assert row["author"] is None
    assert row["text"] == "[handle] bel 14020 of mail info@example.nl"
    assert json.loads(row["mentions"]) == [pseudonym(KEY, "x", "jan")]


def test_addresses_as_ids_are_coded_and_still_join() -> None:
    uri = "https://mastodon.example/users/jan/statuses/1"
    rows = protect(batch(comments=[comment(uri), comment("2", parent_id=uri)]), OWN, KEY).comments
    assert rows["parent_id"].iloc[1] == rows["comment_id"].iloc[0] != uri


def test_own_posts_stay_as_they_are_and_replies_lose_handles() -> None:
    rows = protect(
        batch([post("1", text="With @partner, mail info@example.nl"), post("2", type="reply", text="@jan yes")]),
        OWN,
        KEY,
    ).posts
    assert rows["text"].tolist() == ["With @partner, mail info@example.nl", "[handle] yes"]
    assert rows["mentions"].isna().tolist() == [True, False]
    assert json.loads(rows["mentions"].iloc[1]) == [pseudonym(KEY, "x", "jan")]


def test_missing_texts_stay_missing() -> None:
    row = protected(text=None, author="", mentions=None)
    assert (row["text"], row["author"], row["mentions"]) == (None, None, None)
    assert protect(batch([post("1", type="reply", text=None)]), OWN, KEY).posts["text"].isna().all()


def test_who_needs_protection() -> None:
    assert holds_citizens(batch(comments=[comment("1")]))
    assert holds_citizens(batch([post("1", type="reply")]))
    assert not holds_citizens(batch([post("1")]))


def test_nothing_of_a_citizen_is_in_the_store(store: Engine) -> None:
    registers(store)
    load(
        store,
        batch(
            [post("1", type="reply", text="@Jan_Jansen thanks")],
            [
                comment("https://host/@Jan_Jansen/1", author="Jan_Jansen", text="bel 0612345678 of @Jan_Jansen"),
                comment("11", parent_id="https://host/@Jan_Jansen/1", is_own=True, text="@Jan_Jansen dank"),
            ],
        ),
    )
    everything = json.dumps(contents(store)).casefold()
    assert "jan_jansen" not in everything
    assert "0612345678" not in everything
