"""What is said of a topic, and what stands in the files."""

import pandas as pd

from components.topics_view import changes, topic_list
from components.topics_view.models import Grouping, _explained, _word
from components.topics_view.topic_list import Known
from components.topics_view.words import change_words, size_words, tone_words, waiting_words
from metrics.topics.changes import Shift
from metrics.topics.sizes import sizes
from tests.metrics.topics.made_up import PARKING, WASTE, sums

NAMES = {WASTE: Known("Waste"), PARKING: Known("=Parking *now*", "Roads")}
FOUND = sizes(
    sums(
        {"messages": 40, "asked": 9, "waiting": 2, "t_negative": 30, "t_neutral": 3, "t_positive": 7},
        {"topic_id": PARKING, "messages": 60, "asked": 40, "waiting": 10, "t_neutral": 60},
        {"topic_id": 0, "messages": 100},
    ),
    {PARKING: Shift(PARKING, "up", 0.3, 0.2, 60, 40, 0.001)},
    NAMES,
)
PARKING_SIZE, WASTE_SIZE = FOUND.topics


def test_words_have_interval_and_n() -> None:
    assert size_words(PARKING_SIZE) == "30% (24.1% to 36.7%), 60 messages"
    assert change_words(PARKING_SIZE.shift) == "rose, from 20%"
    assert change_words(Shift(WASTE, "unclear", 0.2, 0.21, 40, 42, 0.4)) == "no clear change (21% before)"
    assert change_words(None) == "too few to compare"
    assert waiting_words(PARKING_SIZE) == "10 of 40 questions wait: 25% (14.2% to 40.2%)"
    assert waiting_words(WASTE_SIZE) == "2 of 9 questions wait", "nine are too few for a percentage"


def test_few_messages_of_a_tone_are_not_told() -> None:
    assert tone_words(WASTE_SIZE.tones) == "Negative: 30 · Neutral: few · Positive: few"


def test_the_table_shows_names_as_they_are() -> None:
    table = topic_list._words(FOUND.topics, NAMES)
    assert table.iloc[0, 0] == "\\=Parking \\*now\\*"
    assert table.iloc[:, -1].tolist() == ["Roads", "nobody yet"]


def test_the_file_has_plain_numbers_and_nothing_small() -> None:
    raw = topic_list._raw(FOUND.topics, NAMES)
    assert raw["Share (0 to 1)"].tolist() == [0.3, 0.2]
    assert raw["Share in the period before"].tolist() == [0.2, None]
    assert raw["Without an answer"].tolist() == [10, 2]
    assert raw["Neutral"].tolist() == [60, None]
    assert not any("text" in str(column).lower() for column in raw.columns)


def test_what_changed_is_in_the_title_and_all_that_was_compared_in_the_file() -> None:
    shifts = {
        PARKING: Shift(PARKING, "up", 0.3, 0.2, 60, 40, 0.001),
        WASTE: Shift(WASTE, "unclear", 0.2, 0.21, 40, 42, 0.4),
    }
    clear = {PARKING: shifts[PARKING]}
    assert changes._title(clear, NAMES) == "Rose: \\=Parking \\*now\\*"
    assert changes._title({}, NAMES) == "No topic rose or fell clearly"
    assert changes._rule(1, 2).startswith("1 of 2 topics that were compared")
    raw: pd.DataFrame = changes._raw(shifts, NAMES)
    assert raw["Change"].tolist() == ["rose", "no clear change"]


def test_the_least_steady_grouping_is_the_word() -> None:
    steady, shaky = Grouping("tfidf", "nl", 900, 0.8), Grouping("semantic", "", 800, 0.3)
    assert (_word([steady]), _word([steady, shaky]), _word([])) == ("steady", "shaky", "none found yet")
    said = _explained([steady, shaky])
    assert (
        "- Dutch: grouped by the words that messages share, in each language apart, from 900 messages; steady." in said
    )
    assert "- all languages: grouped by the meaning of messages, over languages, from 800 messages; shaky" in said
