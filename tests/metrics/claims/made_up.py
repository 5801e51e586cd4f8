"""Facts of a made-up organisation for the tests of claims."""

from typing import Any

from hypothesis import strategies as st

from metrics.claims.facts import (
    Account,
    Answers,
    Department,
    Facts,
    Goals,
    Guided,
    Imports,
    Messages,
    Promise,
    Removals,
    Talk,
)
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.responsiveness.staffing import Staffing
from metrics.text.calibration import Quality

ACCOUNT = Account(1, "x", "active", owner=True, purpose=True, objective=None, dormant=False, posts=10)


def accounts(*changes: dict[str, Any]) -> tuple[Account, ...]:
    """Accounts that differ from an ordinary one in what is given."""
    ordinary = {name: getattr(ACCOUNT, name) for name in ACCOUNT.__dataclass_fields__}
    return tuple(Account(**{**ordinary, "id": number, **change}) for number, change in enumerate(changes, 1))


def share(k: int, n: int) -> Estimate:
    """A share as the staffing of an account has it."""
    if n < 10:
        return Estimate(None, n=n)
    return Estimate(k / n, n, *wilson(k, n))


def staffing(inside: tuple[int, int], outside: tuple[int, int]) -> Staffing:
    """Questions in time of those due, inside and outside opening hours."""
    return Staffing(share(0, 0), share(*inside), share(*outside), ())


_COUNTS = st.integers(0, 400)


@st.composite
def tallies(draw: st.DrawFn) -> tuple[int, int]:
    """k of n."""
    n = draw(_COUNTS)
    return draw(st.integers(0, n)), n


def _promises() -> st.SearchStrategy[Promise | None]:
    return st.none() | st.builds(lambda kn, s: Promise(*kn, s), tallies(), st.floats(0.05, 1))


_TALKS = st.builds(lambda a, b: Talk(a[1], a[0], b[1], b[0]), tallies(), tallies())
_ACCOUNTS = st.builds(
    Account,
    id=st.integers(1, 99),
    platform=st.sampled_from(["x", "facebook"]),
    status=st.sampled_from(["active", "dormant", "closed"]),
    owner=st.booleans(),
    purpose=st.booleans(),
    objective=st.sampled_from([None, "dialogue", "information", "collaboration"]),
    dormant=st.booleans(),
    posts=_COUNTS,
    department_id=st.integers(1, 3),
    loaded=st.booleans(),
    audience=st.booleans(),
    talk=st.none() | _TALKS,
    fit=st.none() | st.floats(0, 1),
    naming=st.none() | tallies().filter(lambda kn: kn[1] > 0),
)
_ANSWERS = st.builds(
    lambda kn, target, normed: Answers(kn[1], kn[0], 0, target, normed),
    tallies(),
    st.none() | st.floats(0.05, 1),
    st.none() | tallies(),
)
_DEPARTMENTS = st.builds(Department, st.integers(1, 3), st.booleans(), st.none() | tallies())
_STAFFING = st.builds(staffing, tallies(), tallies())
_LISTED = tallies().filter(lambda kn: kn[1] > 0)


_QUALITY = st.builds(
    lambda ends, baseline, n: Quality(ends[1], ends[0], ends[2], baseline, n),
    st.tuples(*[st.floats(0, 1)] * 3).map(sorted),
    st.floats(0, 1),
    st.integers(200, 900),
)


def any_facts() -> st.SearchStrategy[Facts]:
    """Any facts that can be."""
    return st.builds(
        Facts,
        accounts=st.lists(_ACCOUNTS, max_size=8).map(tuple),
        departments=st.lists(_DEPARTMENTS, min_size=1, max_size=3).map(tuple),
        days=st.integers(1, 400),
        days_known=st.integers(0, 182),
        history=st.none() | st.integers(1, 2000),
        answers=st.none() | _ANSWERS,
        guided=st.builds(Guided, *(_promises() for _ in range(6)), st.none() | st.booleans()),
        staffing=st.none() | _STAFFING,
        removals=st.none()
        | st.builds(lambda kn, a: Removals(kn[1], kn[0], a[1], a[0]), tallies(), tallies()).filter(
            lambda log: log.appealed <= log.n
        ),
        agreed=st.frozensets(st.sampled_from(["x", "facebook"])),
        stakeholders=st.none() | _LISTED,
        partners=st.none() | _LISTED,
        decisions=st.none() | st.integers(0, 9),
        signals=st.none() | _LISTED,
        indicators=st.frozensets(st.sampled_from(["likes", "audience", "within_norm", "no_such_metric"])),
        goals=st.none()
        | st.builds(lambda a, b: Goals(max(a[1], b[1]), a[0], b[0]), *[tallies().filter(lambda kn: kn[1] > 0)] * 2),
        imports=st.none() | st.builds(lambda kn, gap: Imports(kn[1], kn[0], 1, 99, gap), tallies(), st.integers(0, 90)),
        expired=st.none() | _LISTED,
        messages=st.none() | st.builds(lambda a, b: Messages(max(a[1], b[1]), a[0], b[0]), tallies(), tallies()),
        labels=st.none() | st.integers(0, 400),
        tones=st.none() | _QUALITY,
    )
