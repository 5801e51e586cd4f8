"""A topic as the store keeps it, and as people see it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Select, select

from data.schema import topic, topic_model
from data.settings import LANGUAGES
from data.topics.municipal import shipped
from metrics.text.topics.named import NamedTopic

Origin = Literal["list", "found", "own"]
Status = Literal["active", "off"]
Words = Mapping[str, tuple[str, ...]]
"""Words or patterns by language."""
ORIGINS: tuple[Origin, ...] = get_args(Origin)
_IN_LABEL = 3


@dataclass(frozen=True)
class Topic:
    """A topic: what it is called, by which words it is known, whose matter it is.

    `names` are by language, `given` are those of them that people gave; without a name a found topic is called by its
    `typical` words. `merged_into`: its messages count as those of that topic. `part_of`: that topic was split, and this
    is a part of it.
    `model_id`, `place`, `kind` and `stability` are those of the fit that finds it.
    """

    id: int
    origin: Origin
    names: Mapping[str, str]
    words: Words = field(default_factory=dict)
    excluded: Words = field(default_factory=dict)
    typical: Words = field(default_factory=dict)
    code: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    owner_id: int | None = None
    pinned: bool = False
    status: Status = "active"
    merged_into: int | None = None
    part_of: int | None = None
    model_id: int | None = None
    place: int | None = None
    kind: str | None = None
    stability: float | None = None
    who: str = ""
    made_ts: int = 0

    @property
    def is_off(self) -> bool:
        """Whether people switched it off: no message is about it then."""
        return self.status == "off"

    def label(self, language: str) -> str:
        """What it is called in a language, or in another one where it has no name in this one.

        >>> Topic(7, "found", {}, typical={"nl": ("stoep", "tegels", "kapot", "scheef")}).label("en")
        'stoep, tegels, kapot'
        """
        name = _in(self.names, language)
        return name or ", ".join(_in(self.typical, language)[:_IN_LABEL]) or f"#{self.id}"

    def named(self) -> NamedTopic:
        """The topic as texts are matched with it."""
        names = {code: self.label(code) for code in LANGUAGES}
        return NamedTopic(str(self.id), names, self.words, self.excluded, self.pinned)


def shipped_by_code() -> dict[str, NamedTopic]:
    """The topics that ship with the product."""
    return {one.id: one for one in shipped()}


def all_topics(connection: Connection) -> dict[int, Topic]:
    """Every topic by id, also those that are off or merged into another, in order of id."""
    list_ = shipped_by_code()
    rows = connection.execute(_query()).mappings()
    return {row["id"]: _topic(row, list_) for row in rows}


def words_text(words: Words) -> str:
    """Words by language as the store keeps them; languages without words are left out."""
    return json.dumps({code: list(found) for code, found in sorted(words.items()) if found}, ensure_ascii=False)


def names_text(names: Mapping[str, str]) -> str | None:
    """Names by language as the store keeps them: one text where it is the same in all, None where there are none.

    >>> names_text({"en": "Metro", "nl": "Metro"}), names_text({"nl": "Pont"}), names_text({})
    ('Metro', '{"nl": "Pont"}', None)
    """
    given = {code: name for code, name in sorted(names.items()) if name}
    if given and given == dict.fromkeys(sorted(LANGUAGES), next(iter(given.values()))):
        return next(iter(given.values()))
    return json.dumps(given, ensure_ascii=False) if given else None


def names_of(text: str | None) -> dict[str, str]:
    """The names that `names_text` wrote; one that holds for all languages stands for each.

    >>> names_of("Pont")
    {'nl': 'Pont', 'en': 'Pont'}
    """
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if isinstance(found, dict) and found and all(isinstance(name, str) for name in found.values()):
        return found
    return dict.fromkeys(LANGUAGES, text)


def _query() -> Select[Any]:
    of_fit = (topic_model.c.kind, topic_model.c.splits.label("part_of"))
    joined = select(topic, *of_fit).outerjoin(topic_model, topic_model.c.id == topic.c.model_id)
    return joined.order_by(topic.c.id)


def _topic(row: Any, list_: Mapping[str, NamedTopic]) -> Topic:
    listed = list_.get(row["code"] or "")
    fallback = dict(listed.label) if listed is not None else {}
    if not fallback and row["code"]:  # the product that made it knew more topics than this one
        fallback = dict.fromkeys(LANGUAGES, row["code"].replace("_", " ").replace("-", " "))
    return Topic(
        id=row["id"],
        origin=row["origin"],
        names=fallback | names_of(row["name"]),
        words=_words(row["words"]),
        excluded=_words(row["excluded"]),
        typical=_words(row["typical"]),
        code=row["code"],
        given=names_of(row["name"]),
        owner_id=row["owner_id"],
        pinned=bool(row["pinned"]),
        status=row["status"],
        merged_into=row["merged_into"],
        part_of=row["part_of"],
        model_id=row["model_id"],
        place=row["place"],
        kind=row["kind"],
        stability=row["stability"],
        who=row["who"],
        made_ts=row["made_ts"],
    )


def _words(text: str) -> dict[str, tuple[str, ...]]:
    return {code: tuple(found) for code, found in json.loads(text).items()}


def _in(found: Mapping[str, Any], language: str) -> Any:
    """What stands for a language, or else for the first that has anything."""
    return found.get(language) or next((value for value in found.values() if value), ())
