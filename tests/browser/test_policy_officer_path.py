"""A policy officer's path on the demo city: from the first question to an action plan in a file."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.assessing import answer_all, start
from tests.browser.visits import PATIENCE, Visit
from tests.running_server import serve
from tests.stores import make_store

CLAIMS = {"B4": 3, "C2": 3, "F3": 3, "F5": 3, "A1": 1, "G3": 0}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on a demo city of its own."""
    with serve(make_store("demo", tmp_path), tmp_path) as running:
        yield running


def download(page: Page, name: re.Pattern[str]) -> bytes:
    """The file behind a button."""
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    return Path(found.value.path()).read_bytes()


@pytest.mark.slow
def test_from_the_assessment_to_the_plan_in_a_file(address: str, visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.page
    start(visitor, address, "Policy officer")
    answer_all(visitor, CLAIMS)
    expect(page.get_by_text("33 of 33 questions").first).to_be_visible()

    number = re.search(r"assessment=(\d+)", page.url)
    where = f"?assessment={number.group(1)}" if number else ""
    visitor.go(f"{address}/maturity{where}&view=claims")
    expect(page.get_by_text("You claim").first).to_be_visible()
    expect(page.locator(".st-key-card_claim_B4")).to_contain_text("data disagree")
    expect(page.get_by_text("data agree").first).to_be_visible()

    visitor.go(f"{address}/plan{where}&view=suggestions")
    page.locator(".st-key-take_B4_0 button").click()
    visitor.wait()
    form = "take_B4_0_0"
    page.locator(f".st-key-{form}_title textarea").fill("=Evening rota")
    page.locator(f".st-key-{form}_role input").fill("Webcare team lead")
    page.locator(f'[class*="st-key-{form}_due"] input').first.fill("2027-03-31")
    send = page.locator(f".st-key-{form}_go")
    send.get_by_role("button").click()
    expect(send).to_have_count(0, timeout=PATIENCE)  # the form closes when the action is in the plan
    visitor.wait()

    book = openpyxl.load_workbook(io.BytesIO(download(page, re.compile("XLSX"))))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    said = [str(value) for row in rows for value in row if value is not None]
    assert any("Evening rota" in value and not value.startswith("=") for value in said)
    assert "Webcare team lead" in said
    assert any("made-up" in value.lower() for value in said)
    events = Calendar.from_ical(download(page, re.compile("ICS"))).walk("VEVENT")
    mine = [event for event in events if "Evening rota" in str(event["SUMMARY"])]
    assert [event["DTSTART"].dt.isoformat() for event in mine] == ["2027-03-31"]

    assert visitor.complaints == []
    assert all(request.startswith((address, "data:", "blob:")) for request in visitor.requests)
