"""Campaigns in words: their days, what was expected, and what came of it."""

from collections.abc import Mapping

from components.escape import bare, plain
from components.formats import enumeration
from components.i18n import _, day, language, ngettext, number
from components.plan.naming import department_name
from metrics.campaigns.results import VERDICTS, Result
from metrics.campaigns.tag import KINDS, MEASURES, Tag
from metrics.estimate import Estimate

_SIGNS = {"reached": "✓ ", "not_reached": "✗ ", "undecided": "? ", "too_early": "… "}


def verdict_words(found: Result) -> str:
    """The verdict, with a sign so that it is seen at a glance."""
    return _SIGNS.get(found.verdict, "") + _(VERDICTS[found.verdict])


def days_words(tag: Tag) -> str:
    """From when to when; a dash when nobody filled that in."""
    if tag.first_day is None or tag.last_day is None:
        return "–"
    return _("{first} to {last}", first=day(tag.first_day), last=day(tag.last_day))


def count_words(found: Estimate) -> str:
    """A count, or a dash where it is missing: that is not zero."""
    return "–" if found.value is None else number(round(found.value))


def expected_words(tag: Tag) -> str:
    """What was expected, as text that is not escaped; a dash when nothing was."""
    if tag.measure is None or tag.expected is None:
        return "–"
    return _("{measure}: at least {n}", measure=_(MEASURES[tag.measure]), n=number(tag.expected))


def about(tag: Tag, departments: Mapping[int, str]) -> str:
    """Kind, department, days and links of a tag in one line, as Markdown."""
    parts = [_(KINDS[tag.kind]), plain(department_name(tag.department_id, departments))]
    if tag.first_day is not None:
        parts.append(days_words(tag))
    if tag.utm_campaign:
        parts.append(_("links with utm_campaign={name}", name=plain(tag.utm_campaign)))
    return " · ".join(parts)


def registered_words(tag: Tag, zone: str) -> str:
    """When the expectation was written, before or afterwards, and its words; as Markdown."""
    when = day((tag.registered_ts or 0) // 86_400)
    if tag.written_before(zone):
        text = _(":material/lock: Written before the first day, on {day}, and locked.", day=when)
    else:
        text = _(":material/history: **Written afterwards**, on {day}: it tests nothing.", day=when)
    lines = [_("**Expected.** {expected}.", expected=expected_words(tag)), text]
    if tag.expectation:
        lines.insert(1, _("“{text}”", text=plain(tag.expectation, 1000)))
    return " ".join(lines)


def rule_words(tag: Tag, accounts: Mapping[int, str], platforms: Mapping[str, str]) -> str:
    """The rule of a tag in words, as Markdown."""
    rules = tag.rules
    if not rules.any:
        return _("Posts are put in by hand; there is no rule.")
    parts = []
    if rules.words:
        parts.append(_("holds one of: {words}", words=", ".join(plain(word) for word in rules.words)))
    if rules.accounts:
        names = ", ".join(plain(accounts.get(one, _("an account that is gone"))) for one in rules.accounts)
        parts.append(_("of {accounts}", accounts=names))
    if rules.platforms:
        parts.append(
            _("on {platforms}", platforms=", ".join(plain(platforms.get(one, one)) for one in rules.platforms))
        )
    if rules.types:
        parts.append(_("of type {types}", types=", ".join(plain(one) for one in rules.types)))
    if rules.first_day is not None:
        parts.append(_("from {day}", day=day(rules.first_day)))
    if rules.last_day is not None:
        parts.append(_("until {day}", day=day(rules.last_day)))
    return _("Rule: every post that {parts}.", parts=enumeration(parts, language()))


def posts_words(n: int) -> str:
    """How many posts."""
    return ngettext("{n} post", "{n} posts", n)


def name_of(tag: Tag) -> str:
    """The name of a tag for lists and tables, not escaped."""
    return bare(tag.name, 80)
