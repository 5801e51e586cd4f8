"""Thousands of damaged exports: never a traceback, every row accounted for, every sentence whole in both languages."""

import json
import re
import string
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from components.catalogues import translations
from loaders.files import read_files
from loaders.files.building.audience import AUDIENCE_CONTEXT
from loaders.files.building.posts import EARLIEST
from loaders.privacy import without_names
from loaders.records import Batch
from loaders.report import as_json, records
from metrics.words import Message
from tests.loaders.files.golden import samples
from tests.loaders.files.mutants import mutant
from tests.loaders.files.sample_exports import SAMPLES

MUTANTS = 10_000
QUICK = 400
EXPORTS = [*samples(), *sorted((SAMPLES / "other").iterdir())]
SIDE_BY_SIDE = {"linkedin_personal_posts"}
"""Formats with two posts in one line."""
_KEY = bytes(16)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def names(path: Path) -> str:
    return str(path.relative_to(SAMPLES))


def share(total: int) -> int:
    """How many mutants of each sample make the total."""
    return -(-total // len(EXPORTS))


@cache
def contents() -> list[bytes]:
    return [path.read_bytes() for path in EXPORTS]


@pytest.mark.parametrize("sample", EXPORTS, ids=names)
def test_some_mutants_of_each_sample(sample: Path) -> None:
    for number in range(share(QUICK)):
        check_mutant(sample, number)


@pytest.mark.slow
@pytest.mark.parametrize("sample", EXPORTS, ids=names)
def test_many_mutants_of_each_sample(sample: Path) -> None:
    for number in range(share(MUTANTS)):
        check_mutant(sample, number)


def check_mutant(sample: Path, number: int) -> None:
    """Read one mutant as `inspect` does; a failure says which one it was."""
    data = mutant(sample.read_bytes(), number, contents())
    try:
        for batch in read_files([(sample.name, data)], {"modified": "1760000000"}):
            check(batch)
    except Exception as error:
        error.add_note(f"mutant {number} of {names(sample)}: mutant(data, {number}, contents())")
        raise


def check(batch: Batch) -> None:
    """What must hold for whatever comes out of a file."""
    check_account(batch)
    check_values(batch)
    for message in messages(batch):
        check_words(message)
    report = as_json(batch)
    assert report["rows_read"] == report["rows_kept"] + report["rows_rejected"] + report["duplicates"]
    everything = list(records(without_names(batch, _KEY), everything=True))
    for value in (report, *everything):
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    assert len(everything) == sum(map(len, frames(batch)))


def frames(batch: Batch) -> tuple:
    return batch.posts, batch.comments, batch.account_days, batch.site_days, batch.audience


def check_account(batch: Batch) -> None:
    """Each row is kept, left out with a reason, or a duplicate; no row is two of these."""
    if batch.error is not None:
        assert (batch.rows_read, batch.rejected, *map(len, frames(batch))) == (0, [], 0, 0, 0, 0, 0)
        return
    published = [*batch.posts["line"], *batch.comments["line"]]
    days = {*batch.account_days["line"], *batch.site_days["line"]}
    out = {rejection.row for rejection in batch.rejected}
    assert batch.rows_kept == len(published) + len(days - set(published))
    if batch.format not in SIDE_BY_SIDE:
        assert not out & {*published, *days}
        assert len(set(published)) == len(published)
    assert batch.duplicates >= 0
    assert batch.rows_read == len(published) + len(days - set(published)) + len(out) + batch.duplicates
    groups = {rejection.row for rejection in batch.rejected if rejection.reason.code == AUDIENCE_CONTEXT}
    assert groups == set(batch.audience["line"])
    assert all(line > 0 for line in (*published, *days, *out))


def check_values(batch: Batch) -> None:
    """No kept record holds what cannot be."""
    for frame in (batch.posts, batch.comments):
        assert frame["published_ts"].between(EARLIEST, time.time() + 2 * 86_400).all()
        assert frame["precision"].isin(["minute", "hour", "day"]).all()
        assert (frame["likes"].dropna() >= 0).all()
    assert (batch.posts["post_id"] != "").all()
    assert (batch.comments["comment_id"] != "").all()
    for frame in (batch.account_days, batch.site_days):
        assert frame["date"].map(lambda day: bool(_DAY.fullmatch(day))).all()
        assert frame["value"].abs().le(1e15).all()


def messages(batch: Batch) -> Iterator[Message]:
    """Every sentence that a batch may show."""
    if batch.error is not None:
        yield batch.error
    yield from (warning.message for warning in batch.warnings)
    yield from {(one.reason.code, one.reason.text): one.reason for one in batch.rejected}.values()
    yield from (question.text for question in batch.questions)


def check_words(message: Message) -> None:
    """A sentence has a value for every place in it, in English and in Dutch, and stands in the catalogue."""
    assert message.english().strip()
    values = {*message.values, *(["n"] if message.plural else [])}
    dutch = translations("nl")
    texts = [message.text, dutch.gettext(message.text)]
    if message.plural is not None:
        texts += [message.plural, *(dutch.ngettext(message.text, message.plural, n) for n in (1, 2))]
    for text in texts:
        fields = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert fields <= values, (text, values)
    for value in message.values.values():
        if isinstance(value, Message):
            check_words(value)
