"""The data page in a browser: every state of loading can be used by everyone, and texts from files stay texts."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import LANGUAGES, violations
from tests.browser.visits import NARROW, WIDE, Visit
from tests.pages.made_up_exports import IMAGE, File, unknown_table, x_posts
from tests.running_server import serve
from tests.stores import ROOT, make_store

SAMPLES = ROOT / "tests" / "samples"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a store of its own, because these tests write."""
    folder: Path = tmp_path_factory.mktemp("data_page")
    with serve(make_store("empty", folder), folder) as running:
        yield running


def upload(visitor: Visit, files: Sequence[File]) -> None:
    """Put files into the uploader and wait for the previews."""
    parts = [{"name": name, "mimeType": mime, "buffer": content} for name, content, mime in files]
    visitor.page.locator("input[type=file]").first.set_input_files(parts)  # type: ignore[arg-type]
    expect(visitor.page.get_by_role("heading", name="2.")).to_be_visible()
    visitor.wait()


def check(visitor: Visit) -> None:
    """No violation, and nothing to scroll sideways, on both widths."""
    for width, height in (NARROW, WIDE):
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.wait_for_timeout(300)
        assert violations(visitor) == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width


@LANGUAGES
def test_previews_the_dialog_and_the_registers_have_no_violations(
    address: str, visit: Callable[..., Visit], language: str
) -> None:
    visitor = visit()
    page = visitor.page
    visitor.go(f"{address}/data?lang={language}")
    upload(visitor, [x_posts(3), unknown_table(4), IMAGE])
    check(visitor)
    page.locator('[class*="st-key-map_"] button').click()
    expect(page.get_by_role("dialog")).to_be_visible()
    visitor.wait()
    check(visitor)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    for tab in (1, 2):
        page.get_by_role("tab").nth(tab).click()
        visitor.wait()
        check(visitor)
    assert visitor.complaints == []


@LANGUAGES
def test_questions_are_answered_by_keyboard_without_violations(
    address: str, visit: Callable[..., Visit], language: str
) -> None:
    visitor = visit()
    visitor.go(f"{address}/data?lang={language}")
    names = ("ga4/no_preamble.csv", "tiktok/business_overview.csv", "tiktok/Overview_2025-03-09.csv")
    upload(visitor, [(name.rpartition("/")[2], (SAMPLES / name).read_bytes(), "text/csv") for name in names])
    day = visitor.page.locator('[class*="st-key-ask_start_date"] input')
    day.focus()
    visitor.page.keyboard.type("3 maart")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("alert").filter(has_text="2027-01-31")).to_be_visible()
    check(visitor)
    day.focus()
    visitor.page.keyboard.press("Control+a")
    visitor.page.keyboard.type("2026-03-03")
    visitor.page.keyboard.press("Enter")
    expect(day).to_have_count(0)
    expect(visitor.page.locator(".st-key-same_tiktok")).to_be_visible()
    check(visitor)
    named = visitor.page.locator("[aria-label*='no_preamble.csv']").evaluate_all(
        "found => found.map(one => one.ariaLabel)"
    )
    assert ("Remove no_preamble.csv" in named) == (language == "en")
    assert visitor.complaints == []


def test_a_file_of_no_known_format_is_mapped_saved_and_loaded(address: str, visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.page
    visitor.go(f"{address}/data")
    upload(visitor, [unknown_table(4)])
    page.get_by_role("button", name="Say what the columns mean").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Bericht 13 over het zwembad in de wijk").first).to_be_visible()
    dialog.get_by_label("Name of this mapping").fill("Wijkberichten")
    dialog.get_by_label("Name of this mapping").press("Enter")
    visitor.wait()
    dialog.get_by_role("button", name="Save for next time").click()
    expect(dialog.get_by_text("Saved as “Wijkberichten”")).to_be_visible()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Download the mapping").click()
    assert download.value.suggested_filename == "mapping-wijkberichten.json"
    dialog.get_by_role("button", name="Use this mapping").click()
    expect(dialog).not_to_be_visible()
    expect(page.get_by_text("1 table is ready to load")).to_be_visible()
    page.get_by_label("Name of the new department").fill("Wijken")
    page.get_by_role("button", name="Load into Answerable").click()
    expect(page.get_by_text("Done: 4 new rows.")).to_be_visible()
    check(visitor)

    page.get_by_role("button", name="Load more files").click()
    upload(visitor, [unknown_table(6, name="later.csv")])
    page.get_by_role("button", name="Use the mapping “Wijkberichten”").click()
    expect(page.get_by_text("remembered from last time")).to_be_visible()


def test_texts_from_files_do_nothing(address: str, visit: Callable[..., Visit]) -> None:
    evil = "<img src=x onerror=alert(1)> [go](https://evil.example) https://evil.example :smile: $x^2$ a@b.nl"
    visitor = visit()
    visitor.go(f"{address}/data")
    upload(visitor, [x_posts(1, **{"Tweet text": evil}), (evil.replace("/", "_"), IMAGE[1], "text/csv")])
    main = visitor.page.locator("[data-testid=stMain]")
    expect(main.get_by_text("onerror=alert(1)").first).to_be_visible()
    assert main.locator('img, a[href*="evil"], a[href^="mailto"], .katex, script').count() == 0
    assert "🙂" not in main.inner_text()
    assert "😄" not in main.inner_text()
    assert not [request for request in visitor.requests if "evil" in request]


def test_loading_works_by_keyboard_alone(address: str, visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.page
    visitor.go(f"{address}/data")
    page.get_by_role("tab").first.focus()
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText || document.activeElement.ariaLabel || ''"))
    for name in ("Upload", "Which files can I use", "Load the demo city"):
        assert any(name in text for text in reached), (name, reached)
