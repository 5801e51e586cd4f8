"""The glossary is complete and in plain order."""

from metrics.glossary import GLOSSARY


def test_terms_are_unique_complete_and_in_order() -> None:
    assert len({term.id for term in GLOSSARY}) == len(GLOSSARY)
    assert all(term.explanation.endswith(".") for term in GLOSSARY)
    assert [term.id for term in GLOSSARY] == sorted(term.id for term in GLOSSARY)


def test_the_words_that_numbers_need_are_explained() -> None:
    needed = {
        "question",
        "answer",
        "waiting",
        "deadline_passed",
        "working_hours",
        "holding_reply",
        "interval",
        "median",
        "n",
        "engagement_rate",
        "reach",
        "impressions",
        "interactions",
        "pseudonym",
    }
    assert needed <= {term.id for term in GLOSSARY}


def test_nothing_is_called_significant() -> None:
    assert not any("significant" in term.explanation for term in GLOSSARY)
