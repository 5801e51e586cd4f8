"""Results of other bodies, without names: a file of one's own result, and files of five or more to compare with."""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.pseudonyms import secret_key
from data.registers.department_register import require_all_departments
from data.schema import benchmark
from data.store import writing
from data.texts import one_line
from metrics.maturity.benchmarks import FEWEST, PeerBody
from metrics.maturity.questionnaire import LEVELS, Questionnaire
from metrics.words import N_, Message

FORMAT = "answerable-result"
_KIND = "peers"
_CODE = 16  # hexadecimal digits
_LARGEST, _LONGEST, _MOST = 5_000_000, 1_000, 5_000


@dataclass(frozen=True)
class Peers:
    """Results of bodies, as they were loaded under one name; all of one version of the questionnaire."""

    id: int
    name: str
    version: str
    bodies: tuple[PeerBody, ...]
    made_ts: int


def export_result(
    questionnaire: Questionnaire,
    levels: Mapping[str, float],
    year: int,
    consent: str,
    *,
    body: str = "",
    is_demo: bool = False,
) -> bytes:
    """One's own result as a file for others: levels per question, a code, a note of consent; no name of anybody.

    The name of the body only makes the code, with the key of this store: the same body gets the same code, and nobody
    else can compute it. Without a name the code is drawn by lot. Own questions stay out, for others do not have them.
    Raises `StoreError` for a result of the demo city, without consent, and without any answer.
    """
    if is_demo:
        raise _demo()
    note = one_line(consent)[:_LONGEST]
    if not note:
        raise _refused("consent", N_("Write who agreed to sharing this result, by role, and for what."))
    known = [question.id for question in questionnaire.questions if not question.own]
    shared = {one: round(levels[one], 4) for one in known if one in levels}
    if not shared:
        raise _refused("empty", N_("No question has an answer yet, so there is nothing to share."))
    name = " ".join(body.split()).casefold()
    code = (
        hmac.new(secret_key(), f"body:{name}".encode(), hashlib.sha256).hexdigest() if name else secrets.token_hex(16)
    )
    content = {
        "format": FORMAT,
        "format_version": 1,
        "questionnaire_version": questionnaire.version,
        "bodies": [{"code": code[:_CODE], "year": year, "consent": note, "levels": shared}],
    }
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def read_peers(files: Iterable[bytes], questionnaire: Questionnaire) -> tuple[PeerBody, ...]:
    """The bodies of one file or of several, each body once: of two results with one code the later one counts.

    Raises `StoreError` when a file is no such result, is of another version of the questionnaire or of the demo city,
    and when there are fewer than five bodies.
    """
    known = frozenset(question.id for question in questionnaire.questions if not question.own)
    found: dict[str, PeerBody] = {}
    for content in files:
        for body in _bodies(content, questionnaire.version, known):
            before = found.get(body.code)
            found[body.code] = body if before is None or body.year >= before.year else before
    if len(found) < FEWEST:
        words = N_("There are {n} bodies in it; a comparison needs at least {fewest}, so that none is recognised.")
        raise _refused("few", words, n=len(found), fewest=FEWEST)
    return tuple(found.values())


def save_peers(engine: Engine, access: Access, name: str, version: str, bodies: Sequence[PeerBody]) -> int:
    """Keep the bodies of `read_peers` under a name; earlier ones of that name are replaced. Its id."""
    require_all_departments(access)
    clean = one_line(name)[:200]
    if not clean:
        raise _refused("name", N_("Give these results a name, so that readers know whose they are."))
    notes = "\n".join(dict.fromkeys(body.consent for body in bodies))[: 10 * _LONGEST]
    content = json.dumps([asdict(body) for body in bodies], ensure_ascii=False)
    values = {"name": clean, "kind": _KIND, "version": version, "content": content, "consent": notes}
    with writing(engine) as connection:
        connection.execute(delete(benchmark).where(benchmark.c.kind == _KIND, benchmark.c.name == clean))
        made = insert(benchmark).values(**values, who=access.who, made_ts=int(time.time()))
        return int(connection.scalars(made.returning(benchmark.c.id)).one())


def peers(engine: Engine, access: Access) -> list[Peers]:
    """What was loaded, in the order of names. Nothing of the demo is among it."""
    access.require("read")
    statement = select(benchmark).where(benchmark.c.kind == _KIND, benchmark.c.is_demo == 0)
    with engine.connect() as connection:
        rows = connection.execute(statement.order_by(benchmark.c.name, benchmark.c.id)).all()
    return [
        Peers(row.id, row.name, row.version, tuple(PeerBody(**one) for one in json.loads(row.content)), row.made_ts)
        for row in rows
    ]


def remove_peers(engine: Engine, access: Access, id: int) -> None:
    """Forget results of bodies; nothing happens when they are gone already."""
    require_all_departments(access)
    with writing(engine) as connection:
        connection.execute(delete(benchmark).where(benchmark.c.kind == _KIND, benchmark.c.id == id))


def _bodies(content: bytes, version: str, known: frozenset[str]) -> list[PeerBody]:
    if len(content) > _LARGEST:
        raise _refused("large", N_("This file is larger than results of bodies can be."))
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _no_result() from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or not isinstance(raw.get("bodies"), list):
        raise _no_result()
    if raw.get("demo"):
        raise _demo()
    theirs = str(raw.get("questionnaire_version", ""))[:40]
    if theirs != version:
        words = N_(
            "This file is of version {theirs} of the questionnaire, yours is {version}. Answers to other questions "
            "cannot be compared. Ask for a file of the same version."
        )
        raise _refused("version", words, theirs=theirs or "?", version=version)
    if len(raw["bodies"]) > _MOST:
        raise _refused("large", N_("This file is larger than results of bodies can be."))
    return [_body(place, one, known) for place, one in enumerate(raw["bodies"], 1)]


def _body(place: int, raw: Any, known: frozenset[str]) -> PeerBody:
    if not isinstance(raw, dict) or not isinstance(raw.get("levels"), dict) or not isinstance(raw.get("code"), str):
        raise _no_result()
    if raw.get("demo"):
        raise _demo()
    consent = one_line(str(raw.get("consent") or ""))[:_LONGEST]
    if not consent:
        words = N_("Body {place} in the file has no note of consent. Ask it to save its result again.")
        raise _refused("no_consent", words, place=place)
    levels = {str(question): level for question, level in raw["levels"].items() if level is not None}
    for question, level in levels.items():
        right = isinstance(level, int | float) and not isinstance(level, bool) and LEVELS[0] <= level <= LEVELS[-1]
        if question not in known or not right:
            words = N_("Body {place}: “{question}” has no level from 0 to 4, or is no question of the questionnaire.")
            raise _refused("level", words, place=place, question=question[:20])
    year, code = raw.get("year"), raw["code"].strip()
    if not code or not isinstance(year, int) or isinstance(year, bool) or not 2000 <= year <= 2100:
        raise _no_result()
    return PeerBody(code[:64], year, {question: float(level) for question, level in levels.items()}, consent)


def _no_result() -> StoreError:
    words = N_("This is not a file of results. Choose files that were made with “Save my result for others”.")
    return _refused("format", words)


def _demo() -> StoreError:
    return _refused("demo", N_("This is a result of the demo city. Made-up results are never compared with."))


def _refused(code: str, text: str, /, **values: object) -> StoreError:
    return StoreError(Message(f"peers_{code}", text, values))
