"""Rules of tags: whatever stands in the words, the texts and the days, a rule holds what it says and breaks nothing."""

import re
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.campaigns.evidence import Evidence, days_with_visits, gaps
from metrics.campaigns.results import changed_words, headline, result
from metrics.campaigns.rules import GONE, Rules
from metrics.campaigns.said import said
from metrics.campaigns.tag import MEASURES, Tag
from metrics.campaigns.utm import campaign_of, is_kept, metric_of
from metrics.periods import to_day

TODAY = to_day(date(2026, 9, 1))
HOSTILE = [
    *(
        "=1+1",
        "+A1",
        "-2",
        "@SUM(A1)",
        "'; DROP TABLE tag; --",
        '"><script>alert(1)</script>',
        "{0}{name}",
        "%s",
        "\\d+",
    ),
    *("(", "[a-z", ".*", "^$", "a{2,}", "(?P<x>", "\\", "*", "**", "#", "##", "#*", "zwem*", "*bad", "*wem*", "\u202e"),
    *(
        "straße",
        "STRASSE",
        "İstanbul",
        "ﬁets",
        "naïef",
        "e\u0301e\u0301n",
        "水曜日",
        "مرحبا",
        "👍🏽",
        "🇳🇱",
        "co\u0308peratie",
    ),
]
_WORD = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
_TEXT = st.one_of(st.none(), _WORD, st.lists(_WORD, max_size=6).map(" ".join))
_DAY = st.one_of(st.none(), st.integers(TODAY - 30, TODAY + 30))
_RULES = st.builds(
    Rules,
    words=st.lists(_WORD, max_size=5).map(tuple),
    accounts=st.lists(st.sampled_from([GONE, 1, 2]), unique=True, max_size=2).map(tuple),
    platforms=st.lists(st.sampled_from(["x", "facebook"]), unique=True, max_size=2).map(tuple),
    types=st.lists(st.sampled_from(["post", "image"]), unique=True, max_size=2).map(tuple),
    first_day=_DAY,
    last_day=_DAY,
)
_POST = st.fixed_dictionaries(
    {
        "text": _TEXT,
        "account_id": st.sampled_from([1, 2]),
        "platform": st.sampled_from(["x", "facebook"]),
        "type": st.sampled_from(["post", "image", "link"]),
        "day": st.integers(TODAY - 30, TODAY + 30),
    }
)


def _frame(posts: list[dict[str, object]]) -> pd.DataFrame:
    kinds = {"text": "object", "account_id": "int64", "platform": "str", "type": "str", "day": "int64"}
    return pd.DataFrame(posts, columns=list(kinds)).astype(kinds)


@given(_RULES, st.lists(_POST, max_size=8))
def test_every_part_must_hold_for_each_post_on_its_own(rules: Rules, posts: list[dict[str, object]]) -> None:
    held = rules.hold(_frame(posts))
    assert held.dtype == np.bool_ and len(held) == len(posts)
    parts = [Rules(rules.words), Rules(accounts=rules.accounts), Rules(platforms=rules.platforms)]
    parts += [Rules(types=rules.types), Rules(first_day=rules.first_day), Rules(last_day=rules.last_day)]
    for place, one in enumerate(posts):
        alone = _frame([one])
        assert bool(held[place]) == (rules.any and all(part.hold(alone)[0] for part in parts if part.any))


@given(_RULES)
def test_a_rule_comes_back_from_its_text_as_it_was(rules: Rules) -> None:
    assert Rules.read(rules.text()) == rules and Rules.read(rules.text()).text() == rules.text()


@given(st.integers(TODAY - 30, TODAY), st.integers(1, 30), st.lists(_POST, max_size=8))
def test_days_the_wrong_way_round_hold_nothing(first: int, before: int, posts: list[dict[str, object]]) -> None:
    reversed_days = Rules(first_day=first, last_day=first - before)
    assert reversed_days.any and not reversed_days.hold(_frame(posts)).any()
    assert not Rules().any and not Rules().hold(_frame(posts)).any(), "and an empty rule neither"
    assert not Rules(accounts=(GONE,)).hold(_frame(posts)).any()


def test_a_rule_that_holds_everything_holds_ten_thousand_posts() -> None:
    same = {"account_id": 1, "platform": "x", "type": "post", "day": TODAY}
    every = _frame([same | {"text": f"Bericht {n}"} for n in range(10_000)])
    assert Rules(last_day=TODAY).hold(every).all() and Rules(words=("bericht",)).hold(every).all()
    assert Rules(words=("bericht 4*",)).hold(every).sum() == sum(str(n).startswith("4") for n in range(10_000))
    assert Rules(words=("*",)).hold(every).sum() == 0, "a star alone says no letter"


@pytest.mark.parametrize("word", [one for one in HOSTILE if re.search(r"\w", one) and one[0] != "@"])
def test_a_word_is_looked_for_as_it_is_written_and_never_as_a_pattern(word: str) -> None:
    text = "Vandaag " + word.replace("*", "") + " voor iedereen"
    assert said(pd.Series([text, "Iets heel anders", ""]), [word]).tolist() == [True, False, False]


@given(_WORD, _TEXT)
def test_a_hashtag_needs_its_sign(word: str, text: str | None) -> None:
    texts = pd.Series([None if text is None else text.replace("#", " ").replace("＃", " ")], dtype="object")
    assert not said(texts, ["#" + word]).any()


_TAG = st.builds(
    Tag,
    id=st.just(1),
    name=st.sampled_from(HOSTILE),
    kind=st.just("campaign"),
    utm_campaign=st.one_of(st.none(), st.sampled_from(HOSTILE)),
    first_day=_DAY,
    last_day=_DAY,
    measure=st.one_of(st.none(), st.sampled_from(sorted(MEASURES))),
    expected=st.one_of(st.none(), st.floats(0.01, 1e12)),
    registered_ts=st.one_of(st.none(), st.integers(0, TODAY * 86_400)),
)


@st.composite
def _evidence(draw: st.DrawFn) -> Evidence:
    values = st.one_of(st.just(float("nan")), st.integers(0, 10_000).map(float))
    rows = draw(st.lists(st.tuples(st.integers(1, 2), _DAY.filter(bool), values, values, values, values), max_size=15))
    names = ["account_id", "day", "hour", "interactions", "reach", "comments"]
    posts = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[2:], "float64"))
    days = sorted(draw(st.sets(st.integers(TODAY - 60, TODAY + 60), max_size=20)))
    span = (days[0], days[-1]) if days else None
    visits = dict.fromkeys(days, draw(st.sampled_from([0.0, 1.0, 1e6])))
    counts = draw(st.tuples(st.integers(0, 5), st.integers(0, 5)))
    return Evidence(posts, visits, span, draw(_DAY), {}, gaps(days), *counts)


@given(_TAG, _evidence())
def test_whatever_a_campaign_is_its_result_is_in_words(tag: Tag, evidence: Evidence) -> None:
    """Days the wrong way round, half filled in, of a future without data: a verdict, and no number that is none."""
    found = result(tag, evidence)
    said_of_it = [found.why.english(), headline([found]).english()]
    if (changed := changed_words(found)) is not None:
        said_of_it.append(changed.english())
    assert not any(re.search(r"\bnan\b|\binf\b|None", one) for one in said_of_it)
    days = days_with_visits(tag, evidence)
    assert days == sorted(set(days))
    if tag.first_day is None or tag.last_day is None or tag.last_day < tag.first_day:
        assert days == []
    for zone in ("Europe/Amsterdam", "Pacific/Kiritimati"):
        assert tag.written_before(zone) in (True, False) and ZoneInfo(zone)


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=150)))
def test_a_campaign_of_links_is_one_line_that_stays_what_it_is(text: str) -> None:
    name = campaign_of(text)
    assert campaign_of(name) == name and not re.search(r"[\x00-\x1f\u202a-\u202e]", name)
    assert not is_kept(name) or metric_of(name).endswith(name)
