"""What the data say about an answer: a verdict, its reason in a sentence, the number, and where the evidence is."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime

import streamlit as st

from components.address import sent_along
from components.escape import plain
from components.filters import DEPARTMENTS
from components.i18n import _, say, share
from metrics.claims.check import ClaimCheck
from metrics.claims.item import counts_as
from metrics.claims.verdict import VERDICTS, Code, Verdict
from metrics.maturity.answers import Evidence

_LOOK: dict[Code, tuple[str, str]] = {
    "agree": ("check_circle", "green"),
    "disagree": ("cancel", "red"),
    "too_few": ("hourglass_empty", "orange"),
    "document": ("description", "gray"),
}
_LONG = 500


def verdict_words(code: Code) -> str:
    """A verdict as Markdown: an icon with a shape of its own and the words, coloured as well."""
    icon, colour = _LOOK[code]
    return f":{colour}[:material/{icon}: {_(VERDICTS[code])}]"


def figure_words(verdict: Verdict) -> str:
    """The measured share with its interval and n, or nothing when there is none."""
    if verdict.value is None:
        return _("n = {n}", n=verdict.n) if verdict.n else ""
    if verdict.low is None or verdict.high is None:
        return _("{share} of {n}, all of them counted", share=share(verdict.value), n=verdict.n)
    return _(
        "{share} (95% interval {low} to {high}), n = {n}",
        share=share(verdict.value),
        low=share(verdict.low),
        high=share(verdict.high),
        n=verdict.n,
    )


def evidence_address(checks: Iterable[ClaimCheck], departments: Collection[int | None]) -> dict[str, str]:
    """What to choose on the page with the evidence, so that it shows what these departments were judged by."""
    found = dict(pair for check in checks for pair in reversed(check.look))
    if found and departments and None not in departments:
        found[DEPARTMENTS] = "-".join(str(one) for one in sorted(filter(None, departments)))
    return sent_along(found)


def measured_view(
    key: str,
    code: Code | None,
    checks: Sequence[tuple[ClaimCheck, Verdict]],
    period: str,
    pages: Iterable[str],
    department: int | None,
    keep: Callable[[Evidence], None],
    *,
    disabled: bool,
) -> None:
    """Draw the verdict on one answer. `period` says over which days, `pages` names the pages that can be opened,
    `department` is the one that was judged, `keep` notes a figure as evidence."""
    if code is None:
        st.markdown(_("Data cannot check this answer. From level 2, a document shows that it holds."))
        return
    st.markdown(f"**{verdict_words(code)}**")
    known = set(pages)
    for check, verdict in checks:
        claim = _("Claim: “{claim}”", claim=_(check.claim))
        if len(checks) > 1:
            claim = f"{claim} {verdict_words(counts_as(check, verdict))}"
        lines = [claim, plain(say(verdict.reason), _LONG)]
        figure = figure_words(verdict)
        if figure:
            lines.append(f"**{figure}**")
        if verdict.code == "agree" and not check.confirms:
            lines.append(_("Not contradicted. A document must show that it holds."))
        if verdict.code == "too_few":
            lines.append(_("Needed: {needs}", needs=_(check.needs)))
        if verdict.code == "disagree":
            lines.append(f"*{_(check.todo)}*")
        st.markdown("  \n".join(lines))
        with st.container(horizontal=True, key=f"{key}_{check.id}"):
            if check.page in known:
                st.page_link(
                    f"{check.page}.py",
                    label=_("See the evidence"),
                    icon=":material/arrow_forward:",
                    query_params=evidence_address([check], [department]),
                )
            if verdict.value is not None:
                st.button(
                    _("Keep this figure as evidence"),
                    key=f"{key}_keep_{check.id}",
                    type="tertiary",
                    icon=":material/push_pin:",
                    on_click=keep,
                    args=(_snapshot(check, figure, period),),
                    disabled=disabled,
                )
    if period:
        st.caption(
            _(
                "Measured over {period}, unless a sentence says otherwise. Your answer stays yours: the data never "
                "change it.",
                period=period,
            )
        )


def _snapshot(check: ClaimCheck, figure: str, period: str) -> Evidence:
    """The figure as it is today, in the words of the reader who kept it."""
    today = datetime.now(UTC).date().isoformat()
    return Evidence("figure", _(check.claim), link=check.page, value=figure, period=period, taken=today)
