"""The mix of tactics beside the declared objective."""

import pytest

from metrics.claims.objectives import OBJECTIVES
from metrics.content.mix import TACTIC_OF, mix, verdict
from metrics.intervals import wilson


def test_shares_by_hand() -> None:
    push, pull, networking = mix({"push": 60, "pull": 30, "networking": 10})
    assert (push.n, push.share, (push.low, push.high)) == (60, 0.6, wilson(60, 100))
    assert (pull.share, networking.share) == (0.3, 0.1)
    assert mix({}) == ()


@pytest.mark.parametrize(
    ("counts", "objective", "expected"),
    [
        ({"push": 60, "pull": 40}, "dialogue", "mix_fits"),
        ({"push": 95, "pull": 5}, "dialogue", "mix_differs"),
        ({"push": 75, "pull": 25}, "dialogue", "mix_undecided"),
        ({"push": 95, "pull": 5}, "information", "mix_fits"),
        ({"push": 5, "pull": 95}, "information", "mix_differs"),
        ({"push": 50, "networking": 50}, "collaboration", "mix_fits"),
        ({"pull": 100}, "collaboration", "mix_differs"),
        ({"push": 20, "pull": 9}, "dialogue", "mix_too_few"),
        ({}, "dialogue", "mix_too_few"),
        ({"push": 40}, "service", "mix_service"),
    ],
)
def test_verdicts(counts: dict[str, int], objective: str, expected: str) -> None:
    said = verdict(mix(counts), objective)
    assert said.code == expected
    assert said.english()


def test_an_unknown_objective_is_refused() -> None:
    assert TACTIC_OF.keys() < OBJECTIVES.keys()
    with pytest.raises(ValueError, match="dialogue"):
        verdict(mix({"push": 40}), "fame")
