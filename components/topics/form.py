"""The form of one topic: what it is called, its words, whose matter it is; and the form of a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.select import select
from components.topics.words import language_name, split_words
from metrics.words import N_

_NAME, _WORDS = 80, 8_000
_NOBODY = 0

ByLanguage = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class TopicWish:
    """What somebody wants a topic to be; names and words by language, `owner_id` None for nobody's."""

    names: Mapping[str, str] = field(default_factory=dict)
    words: ByLanguage = field(default_factory=dict)
    excluded: ByLanguage = field(default_factory=dict)
    owner_id: int | None = None
    pinned: bool = False
    off: bool = False


def topic_form(
    key: str,
    start: TopicWish,
    languages: tuple[str, ...],
    departments: Mapping[int, str],
    button: str,
    usual: Mapping[str, str] | None = None,
) -> TopicWish | None:
    """Draw the form, filled with `start`; what was wished once it is sent.

    `usual` is what the topic is called without a name, by language; None: it is a new one.
    """
    with st.form(key, border=False):
        names = {}
        for code, place in zip(languages, st.columns(len(languages)), strict=True):
            label = _("Name in {language}", language=language_name(code))
            empty = bare((usual or {}).get(code, ""), _NAME)
            with place:
                names[code] = st.text_input(
                    label, start.names.get(code, ""), key=f"{key}_name_{code}", max_chars=_NAME, placeholder=empty
                )
        label = N_("Words of such messages in {language}")
        words = _fields(f"{key}_words", label, start.words, languages, _words_help())
        excluded = start.excluded
        if usual is not None:
            label = N_("Words that rule it out in {language}")
            excluded = _fields(f"{key}_excluded", label, start.excluded, languages, _excluded_help())
        known = {_NOBODY: _("No department"), **{number: bare(name) for number, name in departments.items()}}
        start_owner = start.owner_id if start.owner_id in departments else None
        owner = select(_("Department that owns this topic"), known, start_owner or _NOBODY, key=f"{key}_owner")
        pinned, off = start.pinned, start.off
        if usual is not None:
            pinned = st.checkbox(_("Keep on top, and through every search for topics"), pinned, key=f"{key}_pinned")
            off = st.checkbox(_("Switched off: no message is about it"), off, key=f"{key}_off")
        if not st.form_submit_button(button, key=f"{key}_go", type="primary", icon=":material/save:"):
            return None
    return TopicWish(names, words, excluded, owner or None, pinned, off)


def changes_of(before: TopicWish, wish: TopicWish) -> dict[str, object]:
    """What somebody changed in a form: fields that they left alone are not in it, so nobody's change gets lost.

    >>> changes_of(TopicWish({"en": "Bins"}), TopicWish({"en": "Waste"}, pinned=True))
    {'names': {'en': 'Waste'}, 'pinned': True}
    """
    changes: dict[str, object] = {
        "names": {code: name for code, name in wish.names.items() if name.strip() != before.names.get(code, "")},
        "words": {code: found for code, found in wish.words.items() if found != before.words.get(code, ())},
        "excluded": {code: found for code, found in wish.excluded.items() if found != before.excluded.get(code, ())},
    }
    changes = {name: value for name, value in changes.items() if value}
    if wish.owner_id != before.owner_id:
        changes["owner_id"] = wish.owner_id
    if wish.pinned != before.pinned:
        changes["pinned"] = wish.pinned
    if wish.off != before.off:
        changes["status"] = "off" if wish.off else "active"
    return changes


def _fields(
    key: str, label: str, start: ByLanguage, languages: tuple[str, ...], explained: str
) -> dict[str, tuple[str, ...]]:
    found = {}
    for code, place in zip(languages, st.columns(len(languages)), strict=True):
        with place:
            typed = st.text_area(
                _(label, language=language_name(code)),
                ", ".join(start.get(code, ())),
                key=f"{key}_{code}",
                max_chars=_WORDS,
                height=110,
                help=explained,
            )
        found[code] = split_words(typed)
    return found


def _words_help() -> str:
    return _(
        "With commas between them: a word (pool), a few words (swimming pool), or a part with * for the rest (swim\\*, "
        "\\*pool\\*). Capitals and accents do not matter. A message that holds one of them is about this topic."
    )


def _excluded_help() -> str:
    return _("A message that holds one of these is not about this topic, whatever else it says.")
