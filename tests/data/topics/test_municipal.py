"""The list of topics that ships: one test over all files."""

import pytest

from data.topics.checks import checked_words
from data.topics.municipal import FEWEST, LANGUAGES, read, repeated, shipped
from metrics.text.topics.match import match


def test_each_topic_can_be_found_in_both_languages_and_no_word_means_two() -> None:
    topics = shipped()
    assert len(topics) >= 40 and len({topic.id for topic in topics}) == len(topics)
    assert repeated(topics) == {}
    for topic in topics:
        for language in LANGUAGES:
            assert len(topic.words[language]) >= FEWEST, (topic.id, language)
    for language in LANGUAGES:
        labels = [topic.label[language] for topic in topics]
        assert len(set(labels)) == len(labels)


MESSAGES = [
    ("nl", "Wanneer wordt het grofvuil opgehaald in de Lindelaan?", "waste"),
    ("en", "My bin was not emptied again, rubbish everywhere", "waste"),
    ("nl", "Hoe vraag ik een parkeervergunning aan?", "parking_permits"),
    ("nl", "Er staat weer iemand fout geparkeerd, alles geparkeerd op de stoep", "parking"),
    ("en", "How do I renew my passport?", "passports"),
    ("nl", "Is dit onder de Omgevingswet nog vergunningvrij?", "environment_act"),
    ("nl", "De bomen in het park moeten gesnoeid worden", "greenery"),
    ("en", "The street light in front of my house is broken", "lighting"),
    ("nl", "Goedemorgen allemaal", None),
]


@pytest.mark.parametrize(("language", "text", "code"), MESSAGES)
def test_messages_are_matched(language: str, text: str, code: str | None) -> None:
    import numpy as np
    import pandas as pd

    assert match(pd.Series([text]), np.array([language], dtype=object), shipped()).tolist() == [code]


def test_a_wrong_file_is_told_with_its_field() -> None:
    with pytest.raises(ValueError, match=r"bad\.yaml: words/en/0"):
        read("bad", "label: {en: Bad, nl: Slecht}\nwords: {en: [x], nl: []}")
    with pytest.raises(ValueError, match=r"bad\.yaml: file: 'words' is a required property"):
        read("bad", "label: {en: Bad, nl: Slecht}")


def test_people_could_have_written_the_words() -> None:
    for one in shipped():
        for words in (one.words, one.excluded):
            assert checked_words(words) == dict(words), one.id
