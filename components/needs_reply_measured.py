"""How messages are classed: the rules in words, and how well they do, for the Methods page."""

import csv
import io
from typing import Any

import pandas as pd
import streamlit as st

from components.escape import plain
from components.i18n import _, ngettext, percent
from components.table import html_table
from metrics.cells import safe_cell
from metrics.needs_reply import INTENTS
from metrics.needs_reply.engine import RULE_SETS
from metrics.needs_reply.measured import measured
from metrics.needs_reply.rule import Rule
from metrics.needs_reply.rules.replies import AUTOMATIC, HOLDING
from metrics.words import N_

_ENDS = ("value", "low", "high")
_LANGUAGES = {"nl": N_("Dutch"), "en": N_("English")}
_SCORES = {
    "precision": N_("Precision: of the messages that it says need a reply, how many do"),
    "recall": N_("Recall: of the messages that need a reply, how many it finds"),
    "f1": N_("F1: precision and recall in one number"),
}


def needs_reply_measured() -> None:
    """Draw the card: what was measured as a table and as CSV, and the rules of each language."""
    found, title = measured(), _("Needs a reply? How messages are classed")
    with st.container(border=True, key="card_needs_reply"):
        st.header(title, anchor="needs-reply")
        st.markdown(
            _(
                "Rules that you can read below look at every message of a citizen. They find **{recall}** of the "
                "messages that need a reply, and of what they find **{precision}** does need one.",
                recall=percent(found["recall"]["value"]),
                precision=percent(found["precision"]["value"]),
            )
        )
        html_table(_scores_in_words(found), title)
        st.caption(
            _(
                "Measured on {n} made-up messages, labelled by the makers of the rules before they made them. They "
                "wrote both, and real messages are less tidy: expect less, and label a sample of your own.",
                n=found["n"],
            )
        )
        _csv_button(found)
        for code, language in _LANGUAGES.items():
            rules = RULE_SETS[code]
            with st.expander(_("The rules for messages in {language}", language=_(language))):
                st.markdown(_("First these are set aside: they look like a question or a complaint, and are none."))
                html_table(_rules_in_words(rules.set_aside), _("What is set aside"))
                st.markdown(_("Then the first rule that fits says what the message is. Without one it is an opinion."))
                html_table(_rules_in_words(rules.rules), _("The rules in their order"))
        with st.expander(_("The rules for replies that do not stop the clock")):
            html_table(_rules_in_words((AUTOMATIC, HOLDING)), _("The rules for replies that do not stop the clock"))


def _sides(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The figures of all messages, and of each language."""
    parts = {_(_LANGUAGES[code]): one for code, one in found["languages"].items() if code in _LANGUAGES}
    return {_("All"): found, **parts}


def measured_words() -> str:
    """Precision and recall on the sample that ships, in one sentence, for the page on which people check the rules."""
    found = measured()
    values = {f"{name}_{end}": percent(found[name][end], 2) for name in ("precision", "recall") for end in _ENDS}
    return _(
        "On {n} made-up messages of the makers, {precision_value} ({precision_low} to {precision_high}) of what is "
        "counted as a question was one, and {recall_value} ({recall_low} to {recall_high}) of the questions were "
        "found. Real messages are less tidy: expect less.",
        n=found["n"],
        **values,
    )


def _scores_in_words(found: dict[str, Any]) -> pd.DataFrame:
    sides = _sides(found)
    columns = {name: [_score_words(one[key]) for key in _SCORES] for name, one in sides.items()}
    return pd.DataFrame({_("Measure"): [_(text) for text in _SCORES.values()], **columns})


def _score_words(score: dict[str, Any]) -> str:
    if score["value"] is None:
        return _("Not available")
    return ngettext(
        "{value} ({low} to {high}), {n} message",
        "{value} ({low} to {high}), {n} messages",
        score["n"],
        value=percent(score["value"]),
        low=percent(score["low"]),
        high=percent(score["high"]),
    )


def _rules_in_words(rules: tuple[Rule, ...]) -> pd.DataFrame:
    kinds = INTENTS | {"automatic": N_("Automatic reply"), "holding": N_("Holding reply")}
    return pd.DataFrame(
        {
            _("What it looks for"): [_(rule.name) for rule in rules],
            _("Then it is"): [_(kinds[rule.intent]) for rule in rules],
            _("For example"): [" · ".join(f"*{plain(one)}*" for one in rule.hits) for rule in rules],
        },
        dtype="object",
    )


def _csv_button(found: dict[str, Any]) -> None:
    st.download_button(
        _("Download CSV"),
        _as_csv(found),
        file_name="answerable-needs-reply.csv",
        mime="text/csv",
        key="csv_needs_reply",
        on_click="ignore",
        icon=":material/download:",
    )


def _as_csv(found: dict[str, Any]) -> bytes:
    """The figures as shares from 0 to 1, one row for each; UTF-8 with a mark, so that Excel reads it rightly."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = (_("Messages"), _("Measure"), _("Value"), _("Lowest of the 95% interval"), _("Highest of the 95% interval"))
    writer.writerow([*names, _("n")])
    rows = [(name, key, one[key]) for name, one in _sides(found).items() for key in _SCORES]
    rows += [(_(INTENTS[code]), "accuracy", one["accuracy"]) for code, one in found["intents"].items()]
    for name, key, score in rows:
        writer.writerow([safe_cell(name), key, score["value"], score["low"], score["high"], score["n"]])
    return text.getvalue().encode("utf-8-sig")
