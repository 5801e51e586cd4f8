"""The self-assessment of the demo city: its false claims are found, and its true ones confirmed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.actions import actions
from data.assessments import assessments
from data.declared.agreed import agreed_platforms, save_agreed_platforms
from data.declared.stakeholders import stakeholders
from data.filters import Filters
from data.store import open_store
from loaders.demo.load import load
from loaders.demo.removal import remove
from metrics.maturity.assessed import Assessed
from metrics.periods import last_full_weeks
from pages._assessed import assessed
from pages._context import all_dates
from tests.stores import ROOT

WEBCARE, OUTDOORS = "Teamleider webcare", "Communicatieadviseur"
FALSE = {(WEBCARE, "A4"), (WEBCARE, "B4"), (WEBCARE, "B5"), (OUTDOORS, "B4")}
TRUE = {
    *((WEBCARE, question) for question in ("C2", "D1", "E1", "E2", "F2", "F3", "F5")),
    *((OUTDOORS, question) for question in ("C2", "E1", "F3", "F5")),
}


def verdicts(url: str, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str | None]:
    monkeypatch.setenv("DATABASE_URL", url)
    span = all_dates()
    assert span is not None
    newest = assessments(open_store(url), ME)[0]
    found: Assessed = assessed(newest.id, Filters(last_full_weeks(span.last, 13)))
    roles = {who.id: who.role for who in found.respondents}
    return {(roles[who], question): verdict.code for (who, question), verdict in found.verdicts.items()}


def test_claims_about_registers_and_data_hold_in_a_small_demo_too(
    stores: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = verdicts(stores("demo"), monkeypatch)
    assert {key for key in TRUE if found[key] != "agree"} == set()
    with_data = {question for (_, question), code in found.items() if code in ("agree", "disagree")}
    assert len(with_data) >= 6


@pytest.mark.slow
def test_false_claims_are_found_in_the_whole_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    environment = os.environ | {"DATABASE_URL": url, "ANSWERABLE_KEY_FILE": str(tmp_path / "key")}
    subprocess.run(
        [sys.executable, "-m", "loaders", "demo"], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    found = verdicts(url, monkeypatch)
    assert {key for key, code in found.items() if code == "disagree"} == FALSE
    assert {key for key in TRUE if found[key] != "agree"} == set()
    with_data = {question for (_, question), code in found.items() if code in ("agree", "disagree")}
    assert len(with_data) >= 10


def test_the_demo_leaves_lists_of_the_organisation_alone_and_takes_its_own_away(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    save_agreed_platforms(store, ME, {"mastodon": "Ours"})
    load(store, ME, posts=500)
    assert agreed_platforms(store, ME)["platform"].tolist() == ["mastodon"]
    assert (len(stakeholders(store, ME)), len(assessments(store, ME)), len(actions(store, ME))) == (12, 2, 5)
    remove(store, ME)
    assert agreed_platforms(store, ME)["platform"].tolist() == ["mastodon"]
    assert (len(stakeholders(store, ME)), assessments(store, ME), actions(store, ME)) == (0, [], [])
