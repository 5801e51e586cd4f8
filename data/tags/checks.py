"""What the values of a tag must be, and who may change it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import clean_text, one_of
from data.owned import line_of, require_known, require_owner, short
from data.schema import account, post, post_tag, tag
from data.tag_rules import NOT
from data.texts import one_line
from metrics.campaigns.rules import GONE, Rules
from metrics.campaigns.tag import KINDS, MEASURES
from metrics.campaigns.utm import LONGEST as LONGEST_CAMPAIGN
from metrics.campaigns.utm import campaign_of, is_kept
from metrics.periods import to_day
from metrics.platforms import NAMES
from metrics.text.topics.patterns import letters
from metrics.words import N_, Message

LONGEST_NAME, LONGEST_EXPECTATION = 80, 1000
MOST_WORDS, LONGEST_WORD, FEWEST_LETTERS = 50, 60, 2
LARGEST = 1e12
_FIRST, _LAST = to_day(date(2000, 1, 1)), to_day(date(2100, 1, 1))


def existing(connection: Connection, access: Access, id: int) -> Row[Any]:
    """The row of a tag that this user may change. Raises `StoreError` when it is gone."""
    row = connection.execute(select(tag).where(tag.c.id == id)).one_or_none()
    if row is None:
        raise StoreError(Message("no_tag", N_("This tag no longer exists. Load the page again.")))
    require_owner(access, row.department_id)
    return row


def checked(connection: Connection, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table keeps them. Raises `StoreError` at the first that cannot be."""
    found = dict(values)
    if "name" in found:
        found["name"] = _name(found["name"])
    for name, allowed in (("kind", KINDS), ("measure", MEASURES)):
        if found.get(name) is not None:
            one_of(found[name], tuple(allowed))
    if "utm_campaign" in found:
        found["utm_campaign"] = checked_campaign(found["utm_campaign"] or "")
    if "expectation" in found:
        found["expectation"] = short(clean_text(found["expectation"]), LONGEST_EXPECTATION)
    if found.get("expected") is not None and not 0 < found["expected"] <= LARGEST:
        raise StoreError(Message("expected_range", N_("What is expected must be more than zero. Write how much.")))
    if "rules" in found:
        found["rules"] = checked_rules(connection, found["rules"]).text()
    require_known(connection, found.get("department_id"))
    return found


def check_days(first: int | None, last: int | None) -> None:
    """Stop when days cannot be, or end before they begin."""
    for day in (first, last):
        if day is not None and not _FIRST <= day <= _LAST:
            raise StoreError(Message("tag_day", N_("This day cannot be. Choose a day between 2000 and 2100.")))
    if first is not None and last is not None and last < first:
        raise StoreError(Message("tag_days", N_("The last day comes before the first. Turn them around.")))


def check_free(connection: Connection, name: str, id: int | None = None) -> None:
    """Stop when another tag has this name, in capitals or not."""
    rows = connection.execute(select(tag.c.id, tag.c.name)).all()
    if any(other != id and taken.casefold() == name.casefold() for other, taken in rows):
        text = N_("There is a tag “{name}” already. Choose another name.")
        raise StoreError(Message("tag_name_taken", text, {"name": name}))


def check_campaign_free(connection: Connection, access: Access, name: str | None, id: int | None = None) -> None:
    """Stop when another tag counts the visits of these links: they would count twice."""
    query = select(tag.c.name, tag.c.department_id).where(tag.c.utm_campaign == name, tag.c.id != (id or 0))
    other = connection.execute(query.limit(1)).one_or_none() if name else None
    if other is None:
        return
    if access.departments is not None and other.department_id not in (None, *access.departments):
        text = N_("The visits of these links count for a tag of another department already. Use another utm_campaign.")
        raise StoreError(Message("utm_taken", text))
    text = N_("The visits of these links count for “{name}” already. Use another utm_campaign.")
    raise StoreError(Message("utm_taken", text, {"name": other.name}))


def require_own_accounts(connection: Connection, access: Access, rules: Rules) -> None:
    """Stop when the rule of somebody who may change some departments only would hold posts of others."""
    if access.departments is None or not rules.any:
        return
    own = account.c.department_id.in_(sorted(access.departments))
    mine = {GONE, *connection.scalars(select(account.c.id).where(own))}
    if not rules.accounts or not mine.issuperset(rules.accounts):
        text = N_("This rule would hold posts of other departments. Choose accounts of your own departments in it.")
        raise StoreError(Message("tag_of_others", text))


def require_own_posts(connection: Connection, access: Access, id: int) -> None:
    """Stop when a tag holds posts of departments that this user may not change."""
    if access.departments is None:
        return
    others = account.c.department_id.not_in(sorted(access.departments))
    query = select(post_tag.c.post_id).join(post, post.c.id == post_tag.c.post_id)
    query = query.join(account, account.c.id == post.c.account_id)
    if connection.scalar(query.where(post_tag.c.tag_id == id, post_tag.c.how != NOT, others).limit(1)) is not None:
        text = N_("This tag holds posts of other departments too. Ask the administrator to change it.")
        raise StoreError(Message("posts_of_others", text))


def checked_campaign(text: str) -> str | None:
    """The campaign of links as it is kept; None for none."""
    name = campaign_of(text)
    if name and not is_kept(name):
        words = N_(
            "A utm_campaign has at most {most} characters and no @. Copy it from the link: it follows “utm_campaign=”."
        )
        raise StoreError(Message("utm_campaign", words, {"most": LONGEST_CAMPAIGN}))
    return name or None


def checked_rules(connection: Connection, rules: Rules) -> Rules:
    """A rule with clean words, of accounts, platforms and days that can be."""
    check_days(rules.first_day, rules.last_day)
    for platform in rules.platforms:
        one_of(platform, tuple(NAMES))
    known = set(connection.scalars(select(account.c.id).where(account.c.id.in_(rules.accounts))))
    if known != set(rules.accounts):
        raise StoreError(Message("no_account", N_("This account no longer exists. Load the page again.")))
    types = tuple(sorted({short(clean_text(one), LONGEST_WORD) for one in rules.types}))
    platforms = tuple(sorted(set(rules.platforms)))
    words = checked_words(rules.words)
    return replace(rules, words=words, accounts=tuple(sorted(known)), platforms=platforms, types=types)


def checked_words(words: Iterable[str]) -> tuple[str, ...]:
    """Words of a rule in small letters, each once.

    >>> checked_words([" Zwembad* ", "zwembad*", "#Zwemmen"])
    ('zwembad*', '#zwemmen')
    """
    found = tuple(dict.fromkeys(filter(None, (one_line(clean_text(one)).lower() for one in words))))
    if len(found) > MOST_WORDS:
        raise StoreError(Message("tag_many_words", N_("Use at most {most} words."), {"most": MOST_WORDS}))
    for word in found:
        short(word, LONGEST_WORD)
        if word.startswith("@"):
            text = N_("“{word}” is the name of an account, and rules look for words and hashtags. Leave out the @.")
            raise StoreError(Message("tag_word_account", text, {"word": word}))
        if letters(word) < FEWEST_LETTERS:
            text = N_("“{word}” is too short: it would be found nearly everywhere. Use at least {n} letters.")
            raise StoreError(Message("tag_word_short", text, {"word": word, "n": FEWEST_LETTERS}))
    return found


def _name(text: str) -> str:
    name = line_of(text, LONGEST_NAME)
    if not any(map(str.isalnum, name)):
        raise StoreError(Message("tag_name", N_("The tag has no name. Write one with letters or digits.")))
    return name
