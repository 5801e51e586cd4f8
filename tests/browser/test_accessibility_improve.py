"""WCAG 2.2 AA where people assess themselves: every view, with all that can be opened, half way, and in conflict."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from components.assessment.blank_form import blank_form
from components.catalogues import languages
from components.i18n import set_language
from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, save_answer, start_assessment
from data.questionnaire import shipped
from data.store import open_store
from tests.browser.accessible import OTHERS_SLOW, SIZES, Reader, Server, check, check_view, in_language
from tests.browser.visits import NARROW, Visit
from tests.running_server import serve

MATURITY = ("dimensions", "claims", "spread", "change", "oecd")
PLAN = ("suggestions", "board", "table", "results")
FULL = (
    *(f"maturity?view={view}" for view in MATURITY),
    *(f"plan?view={view}" for view in PLAN),
    "practice?view=candidates&period=all",
    "practice?period=all",
    "assessment?as=2&dimension=ict",
    "assessment",
    "settings",
)
HALF = ("assessment?as=1&dimension=strategy", "maturity", "maturity?view=claims", "maturity?view=spread", "plan")


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server without exports, on which one person answered half, and saved one answer in two windows at once."""
    folder = tmp_path_factory.mktemp("half")
    url = f"sqlite:///{folder / 'half.db'}"
    store = open_store(url)
    round_ = start_assessment(store, ME, "Waterstad 2026", date(2026, 11, 2), shipped())
    who = add_respondent(store, ME, round_, None, "policy officer")
    for question in shipped().questions[:16]:
        save_answer(store, ME, who, question.id, {"level": 2}, 0)
    assert save_answer(store, ME, who, "A1", {"level": 4}, 0).set_aside
    with serve(url, folder) as address:
        yield address


@SIZES
@OTHERS_SLOW
@pytest.mark.parametrize("view", FULL)
def test_every_view_of_the_demo_with_everything_open(
    server: Server, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    check_view(one, in_language(f"{server('demo')}/{view}", language), size)
    if "as=" in view:
        assert one.page.get_by_role("radiogroup").count() > 3, "the questions are there"


@SIZES
@OTHERS_SLOW
@pytest.mark.parametrize("view", PLAN)
def test_every_view_of_an_empty_plan(
    server: Server, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    check_view(reader(size), in_language(f"{server('empty')}/plan?view={view}", language), size)


@SIZES
@OTHERS_SLOW
@pytest.mark.parametrize("view", HALF)
def test_half_way_and_with_a_conflict(
    half: str, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    check_view(one, in_language(f"{half}/{view}", language), size)
    if "as=" in view:
        assert one.page.locator("[class*=_aside_]").count() == 1, "the conflict is there"


@SIZES
def test_the_form_of_a_suggestion(server: Server, visit: Callable[..., Visit], size: tuple[int, int]) -> None:
    one = visit(size)
    one.go(f"{server('demo')}/plan?lang=en")
    one.page.locator("[class*=st-key-take_] button").first.press("Enter")
    one.page.get_by_role("button", name="Put in the plan").wait_for()
    one.wait()
    check(one, size)


def test_the_form_on_paper(visit: Callable[..., Visit], tmp_path: Path) -> None:
    one = visit(NARROW)
    for language in languages():
        set_language(language)
        page = tmp_path / f"{language}.html"
        page.write_text(blank_form(shipped(), "Gemeente Waterstad", demo=True), encoding="utf-8")
        one.page.goto(page.as_uri())
        check(one, NARROW)
