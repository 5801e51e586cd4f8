"""The self-assessment in a browser: start one, choose a role, answer."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from tests.browser.visits import Visit


def start(visitor: Visit, address: str, role: str) -> None:
    """Begin an assessment under its proposed name, and take part in it; the page then asks the first dimension."""
    visitor.go(f"{address}/assessment")
    if visitor.page.locator(".st-key-assessment_new summary").count():  # there is one already
        visitor.page.locator(".st-key-assessment_new summary").first.click()
    submit(visitor, "assessment_start_go")
    visitor.page.wait_for_url("**assessment=*")  # until then, the form below belongs to an earlier assessment
    visitor.wait()
    take_part(visitor, role)


def take_part(visitor: Visit, role: str) -> None:
    """Answer in a role from now on."""
    page = visitor.page
    page.locator(".st-key-assessment_who_role input").fill(role)
    submit(visitor, "assessment_who_add")
    page.wait_for_url("**as=*")
    visitor.wait()


def submit(visitor: Visit, key: str) -> None:
    """Press the button of a form, by its key."""
    visitor.page.locator(f".st-key-{key} button").first.click()
    visitor.wait()


def card(visitor: Visit, question: str) -> Locator:
    """The card of a question."""
    return visitor.page.locator(f".st-key-card_question_{question}")


def option(visitor: Visit, question: str, level: int) -> Locator:
    """The radio button of a level."""
    return card(visitor, question).locator("label", has_text=re.compile(rf"^{level} · "))


def answer(visitor: Visit, question: str, level: int) -> None:
    """Choose a level, and wait until it is saved."""
    option(visitor, question, level).click()
    expect(card(visitor, question).locator('[class*="st-key-saved_"]')).to_be_visible()
    visitor.wait()


def chosen(visitor: Visit, question: str) -> Locator:
    """The level that is chosen."""
    return card(visitor, question).locator("label:has(input:checked)").first


def answer_all(visitor: Visit, levels: Mapping[str, int]) -> None:
    """Answer the questions of all dimensions in order, from the first screen on."""
    onwards = visitor.page.locator(".st-key-assessment_on button")
    while True:
        here = visitor.page.locator('[class*="st-key-card_question_"]')
        expect(here.first).to_be_visible()
        for name in here.evaluate_all("cards => cards.map(one => one.className)"):
            question = name.split("st-key-card_question_")[1].split()[0]
            answer(visitor, question, levels.get(question, 2))
        if not onwards.count():
            return
        before = visitor.page.url
        onwards.click()
        expect(visitor.page).not_to_have_url(before)
        visitor.wait()
