"""Deadlines, bins, versions, presets and words of norms."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.norms import LONGEST, NO_NORM, OFFICE_HOURS, UNITS, Norm
from metrics.norms.breaks import breaks_of_norms
from metrics.norms.clock import Clock
from metrics.norms.deadlines import bin_of, clock_of, due
from metrics.norms.presets import PRESETS
from metrics.norms.versions import ALWAYS, DEFAULT, Scope, Version, segment_of, segments
from metrics.norms.words import norm_words
from metrics.periods import from_iso
from metrics.registry import metrics
from metrics.responsiveness.bins import BINS

HOUR = 3600
ORGANISATION, DEPARTMENT, ACCOUNT = Scope(), Scope(department_id=1), Scope(account_id=7)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp())


def office() -> Clock:
    return Clock(OFFICE_HOURS, "Europe/Amsterdam", "NL", at("2026-01-01"), at("2026-12-31"))


@pytest.mark.parametrize(
    ("norm", "asked", "expected"),
    [
        (Norm("hours", 24), "2026-09-04 16:00", "2026-09-05 16:00"),
        (Norm("hours", 24), "2026-03-28 12:00", "2026-03-29 13:00"),  # the night with an hour less
        (Norm("hours", 0.25), "2026-09-05 12:00", "2026-09-05 12:15"),
        (Norm("working_hours", 4), "2026-09-04 16:00", "2026-09-07 12:00"),
        (Norm("working_hours", 1.5), "2026-09-05 12:00", "2026-09-07 10:30"),
        (Norm("working_days", 1), "2026-09-04 16:00", "2026-09-07 17:00"),
        (Norm("working_days", 2), "2026-04-27 10:00", "2026-04-30 17:00"),  # King's Day: it starts on the 28th
    ],
)
def test_deadlines_counted_by_hand(norm: Norm, asked: str, expected: str) -> None:
    assert int(due(norm, office(), at(asked))) == at(expected)


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        ("2026-09-07 10:00", "2026-09-07 09:59", "within_1h"),
        ("2026-09-05 23:00", "2026-09-06 00:00", "within_1h"),  # on the clock: also at night
        ("2026-09-07 10:00", "2026-09-07 11:01", "within_4h"),
        ("2026-09-07 10:00", "2026-09-07 14:00", "within_4h"),
        ("2026-09-07 10:00", "2026-09-07 14:01", "same_day"),
        ("2026-09-07 10:00", "2026-09-07 17:00", "same_day"),
        ("2026-09-07 10:00", "2026-09-07 17:01", "days_1"),
        ("2026-09-04 18:00", "2026-09-07 16:00", "same_day"),  # after closing on Friday: Monday is its day
        ("2026-09-04 16:00", "2026-09-07 17:00", "days_1"),
        ("2026-09-04 16:00", "2026-09-08 09:00", "days_3"),
        ("2026-09-04 16:00", "2026-09-09 17:00", "days_3"),
        ("2026-09-04 16:00", "2026-09-11 17:00", "days_5"),
        ("2026-09-04 16:00", "2026-09-11 17:01", "later"),
        ("2026-04-02 16:00", "2026-04-07 12:00", "days_1"),  # Easter in between
    ],
)
def test_bins_counted_by_hand(asked: str, answered: str, expected: str) -> None:
    assert list(BINS)[int(bin_of(office(), at(asked), at(answered)))] == expected


@given(st.integers(0, 10**7), st.lists(st.integers(0, 30 * 86_400), min_size=1))
def test_a_later_answer_is_in_no_faster_bin(offset: int, waits: list[int]) -> None:
    asked = at("2026-01-01") + offset
    places = bin_of(office(), asked, asked + np.sort(np.array(waits)))
    assert (np.diff(places) >= 0).all()
    assert places.dtype == np.int64
    assert places.max() < len(BINS)


def norm(amount: float) -> Norm:
    return Norm("hours", amount, source="x")


def amounts(versions: list[Version]) -> list[tuple[int, float]]:
    return [(day, one.amount) for day, one in segments(versions, account_id=7, department_id=1)]


def test_without_versions_the_default_counts_and_says_so() -> None:
    assert segments([], 7, 1) == [(ALWAYS, DEFAULT)]
    assert (DEFAULT.unit, DEFAULT.amount, DEFAULT.target, DEFAULT.source) == ("hours", 24, None, NO_NORM)
    assert not DEFAULT.is_set
    assert norm(24).is_set


def test_the_narrowest_scope_with_a_version_of_that_day_counts() -> None:
    versions = [
        Version(ORGANISATION, 100, norm(1)),
        Version(DEPARTMENT, 200, norm(2)),
        Version(ORGANISATION, 250, norm(3)),
        Version(ACCOUNT, 300, norm(4)),
        Version(DEPARTMENT, 400, norm(5)),
        Version(Scope(account_id=8), 0, norm(6)),
        Version(Scope(department_id=2), 0, norm(7)),
    ]
    assert amounts(versions) == [(0, 24), (100, 1), (200, 2), (300, 4)]
    assert amounts(versions[::-1]) == amounts(versions)
    assert [one.amount for _, one in segments(versions, 9, 1)] == [24, 1, 2, 5]
    assert [one.amount for _, one in segments(versions, 9, 3)] == [24, 1, 3]
    assert [one.amount for _, one in segments(versions, 8, 2, default=norm(9))] == [6]


def test_a_day_is_judged_by_the_newest_version_that_is_not_later() -> None:
    versions = [Version(ACCOUNT, 200, norm(2)), Version(ACCOUNT, 100, norm(1))]
    found = segments(versions, 7, 1)
    assert segment_of(found, [0, 99, 100, 199, 200, 9999]).tolist() == [0, 0, 1, 1, 2, 2]
    assert segment_of(found, []).tolist() == []


def test_a_scope_is_one_account_or_one_department() -> None:
    with pytest.raises(ValueError, match="not for both"):
        Scope(account_id=1, department_id=1)


def test_norms_with_the_same_opening_hours_share_a_clock() -> None:
    assert norm(1).schedule == norm(2).schedule
    assert norm(1).schedule != replace(norm(1), holidays="NL").schedule
    assert clock_of(norm(1), 0, 0).closing(at("2026-09-07 10:00"), 0) == at("2026-09-07 17:00")


@pytest.mark.parametrize("code", PRESETS)
def test_each_preset_is_a_norm_that_can_be_and_says_where_it_is_from(code: str) -> None:
    preset = PRESETS[code]
    assert preset.label
    assert preset.description
    assert preset.source
    assert preset.caution  # of each, less is known than one would want
    assert preset.unit in UNITS
    assert 0 < preset.amount <= LONGEST[preset.unit]
    assert preset.target is None or 0 < preset.target < 1
    assert preset.source_date is None or from_iso(preset.source_date)


def test_the_presets_are_what_their_sources_say() -> None:
    said = {code: norm_words(Norm(one.unit, one.amount, one.target)).english() for code, one in PRESETS.items()}
    assert said == {
        "nissewaard": "within 4 working hours",
        "harlingen": "within 2 working days",
        "middelburg": "within 1 working day",
        "oldenzaal": "80 % within 4 hours, all days",
        "us_federal_24": "within 24 hours, all days",
        "us_federal_2": "within 2 hours, all days",
        "mole_valley": "within 1 working day",
        "facebook_badge": "90 % within 15 minutes, all days",
    }
    assert "not a public-service norm" in PRESETS["facebook_badge"].label


@pytest.mark.parametrize(
    ("norm", "words"),
    [
        (Norm("hours", 1), "within 1 hour, all days"),
        (Norm("hours", 1, 0.5), "50 % within 1 hour, all days"),
        (Norm("hours", 1.5), "within 1.5 hours, all days"),
        (Norm("hours", 1 / 60), "within 1 minute, all days"),
        (Norm("hours", 1 / 60, 0.5), "50 % within 1 minute, all days"),
        (Norm("hours", 36, 0.825), "82.5 % within 36 hours, all days"),
        (Norm("working_hours", 0.5), "within 0.5 working hour"),
        (Norm("working_hours", 1, 1), "100 % within 1 working hour"),
        (Norm("working_hours", 4.0, 0.9), "90 % within 4 working hours"),
        (Norm("working_days", 1, 0.9), "90 % within 1 working day"),
        (Norm("working_days", 3, 0.9), "90 % within 3 working days"),
    ],
)
def test_a_norm_in_words(norm: Norm, words: str) -> None:
    assert norm_words(norm).english() == words


def test_another_clock_is_another_way_of_counting_and_another_promise_is_none() -> None:
    office, desk = Norm("working_days", 2, source="Plan"), Norm("hours", 4)
    later = replace(office, opening_hours={0: ("10:00", "12:00")})
    night = Norm("hours", DEFAULT.amount, 0.9, opening_hours={}, holidays="NL")  # hours on the clock, as before
    one = [(ALWAYS, DEFAULT), (19_900, night), (20_000, replace(office, target=0.8)), (20_100, office), (20_300, later)]
    found = breaks_of_norms(metrics()["within_norm"], [one, [(ALWAYS, desk)], [(ALWAYS, DEFAULT), (20_200, desk)]])
    assert [(each.day, each.name.english()) for each in found] == [
        (20_000, "Another norm: 80 % within 2 working days"),
        (20_200, "Another norm: within 4 hours, all days"),
        (20_300, "Another norm: within 2 working days"),
    ]
    assert breaks_of_norms(metrics()["response_median"], [one]) == ()
