"""Texts that carry their own languages (questions, anchors, improvements), in the reader's language."""

from components.catalogues import SOURCE
from components.i18n import language
from metrics.maturity.questionnaire import Words


def words(text: Words) -> str:
    """The text in the reader's language, or in English where it has not been translated.

    It may come from an organisation's own file: escape it before it is shown.

    >>> words({"en": "Is there a norm?", "nl": "Is er een norm?"})
    'Is there a norm?'
    """
    return text.get(language()) or text.get(SOURCE, "")
