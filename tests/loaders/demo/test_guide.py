"""The guide for facilitators says what is in the data."""

from collections.abc import Iterator
from pathlib import Path

from loaders.demo import truth
from loaders.demo.city import DEPARTMENTS
from loaders.demo.stories import PLAN
from tests.loaders.demo.demo_city import whole

_GUIDE = " ".join((Path(__file__).parents[3] / "docs" / "demo-city.md").read_text(encoding="utf-8").split())


def _sentences() -> Iterator[str]:
    city = whole()
    slow = truth.unanswered(city)
    yield f"{slow['mean_hours']:.1f} hours on average, where the next"
    yield f"department needs {slow['fastest_other_mean_hours']:.1f}."
    yield f"**{slow['unanswered_share']:.0%}** of"
    yield f"({slow['n']:,} messages; in the last quarter"
    rate = {name: f"{value:.1%}" for name, value in truth.simpson(city).items()}
    yield f"Cultuur en Evenementen {rate['cultuur_all']}**, **Sport en Jeugd {rate['sport_all']}**"
    yield f"on Facebook Sport has {rate['sport_facebook']} and Cultuur {rate['cultuur_facebook']}"
    yield f"on Instagram Sport has {rate['sport_instagram']} and Cultuur {rate['cultuur_instagram']}"
    accounts = truth.accounts(city)
    yield f"not posted for **{accounts['dormant_days']:.0f} days**"
    yield f"last post is **{accounts['weekly_silent_days']:.0f} days** old"
    yield f"silent for **{accounts['yearly_silent_days']:.0f} days**"
    yield f"{accounts['yearly_posts']:.0f} times in three years"
    overlap = truth.overlap(city)
    yield f"**{overlap['near_duplicate_share']:.0%}** of the {overlap['n']:.0f} posts"
    wrong = truth.misrouted(city)
    yield f"**{wrong['misrouted_share']:.0%}** of what people ask under"
    yield f"({wrong['n']:,} messages). At the other departments that is at most {wrong['highest_other_share']:.0%}"
    yield f"after {wrong['median_hours_misrouted']:.1f} hours, not {wrong['median_hours_others']:.1f}"
    claim, lately = truth.claim(city), truth.claim(city, 91 + truth.MATURE_DAYS)
    yield f"**{claim['within_share']:.0%}** by the clock ({claim['n']:,} messages; {lately['within_share']:.0%}"
    yield f"office hours only, it is {claim['within_share_office_hours']:.0%}"
    twice = truth.answered_twice(city)
    yield f"**{twice['questions']} questions** ({twice['question_share']:.0%} of those answered)"
    yield f"touches {twice['posts']} posts"
    evening = truth.evening(city)
    yield f"**{evening.pop('sport'):.1f} times**"
    yield f"{min(evening.values()):.2f} to {max(evening.values()):.2f} times"
    alike = truth.alike(city)
    yield f"answers {alike['mobiliteit_share']:.1%} of what people ask it ({alike['mobiliteit_n']:,.0f} messages)"
    yield f"**Sport en Jeugd** {alike['sport_share']:.1%} ({alike['sport_n']:,.0f})"
    yield f"more than {100 * alike['most_apart']:.1f} points apart"
    rise = truth.rise(city)
    yield f"there are **{rise['weekly_recent']:.0f}** complaints about parking a week"
    yield f"before there were {rise['weekly_before']:.0f}."
    assert PLAN.rise_days == 42  # "six weeks"


def test_the_guide_has_the_figures_of_the_default_city() -> None:
    said = [sentence.replace("%", " %") for sentence in _sentences()]
    assert [sentence for sentence in said if sentence not in _GUIDE] == []


def test_the_guide_names_every_department_and_every_contradiction() -> None:
    assert all(department.name in _GUIDE for department in DEPARTMENTS)
    pairs = truth.clashes(whole())
    for one, other in pairs.loc[pairs["kind"] == "amount", "texts"]:
        amounts = [" ".join(text[text.index("€") :].split()[:2]) for text in (one, other)]
        assert f"{amounts[0]} or {amounts[1]}" in _GUIDE
