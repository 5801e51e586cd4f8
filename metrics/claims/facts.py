"""What was declared and what was measured, for the organisation or for one department, as the checks read it.

What no export tells is None or empty, never zero. `metrics.claims.from_frames` fills it in.
"""

from dataclasses import dataclass

from metrics.responsiveness.staffing import Staffing
from metrics.text.calibration import Quality

Tally = tuple[int, int]
"""k of n."""


@dataclass(frozen=True)
class Answers:
    """Questions of citizens: whose deadline has passed, in time of these, never answered of these; the promised share.

    `target` is None when no norm promises a share. When norms promise different ones it is their mean, weighted by the
    questions: so many were to be in time over all. `normed` is in time of due on accounts for which somebody set a
    norm, whether it promises a share or not.
    """

    due: int
    in_time: int
    due_waiting: int
    target: float | None
    normed: Tally | None = None


@dataclass(frozen=True)
class Talk:
    """How an account talks: own posts, own replies, own posts that citizens wrote under, and with two turns or more."""

    posts: int
    replies: int
    talked: int
    deep: int


@dataclass(frozen=True)
class Account:
    """One account of the register. `dormant`: no post for three times its own rhythm, at least 28 days.

    `loaded`: an import tells about its posts or days. `talk` is None where no import brings conversations; `fit` is how
    much its hours of posting overlap with the hours in which citizens write (0 to 1), None where either is too little;
    `naming` the own posts of the last half year that name another department, of all of them.
    """

    id: int
    platform: str
    status: str  # active, dormant, closed
    owner: bool
    purpose: bool
    objective: str | None
    dormant: bool
    posts: int
    department_id: int = 0
    loaded: bool = True
    audience: bool = False
    talk: Talk | None = None
    fit: float | None = None
    naming: Tally | None = None


@dataclass(frozen=True)
class Department:
    """A department with accounts: whether its data are loaded and recent, and its questions in time of those due."""

    id: int
    loaded: bool
    answers: Tally | None = None


@dataclass(frozen=True)
class Promise:
    """A promise of the guidelines: kept in `k` of `n` cases on the accounts it is about, and the share promised.

    Where accounts promise different shares, `share` is their mean, weighted by the cases.
    """

    k: int
    n: int
    share: float


@dataclass(frozen=True)
class Guided:
    """What the guidelines promise; None where no guideline has the rule, n = 0 where data do not tell.

    `text`: whether each guideline with the rule says where its text on what to expect stands, reviewed in the year.
    """

    weeks: Promise | None = None  # within the band of posts, of the accounts with 12 full weeks
    times: Promise | None = None  # posts on the agreed days and hours, of the accounts with 30 posts; so the next two
    language: Promise | None = None  # at the agreed level or easier
    commented: Promise | None = None  # with a comment
    pictures: Promise | None = None  # with a description
    answered: Promise | None = None  # questions that got an answer in the end
    text: bool | None = None


@dataclass(frozen=True)
class Removals:
    """The log of removals in the last twelve months: comments removed, with a house rule, appealed, put back."""

    n: int
    cited: int
    appealed: int
    reversed: int


@dataclass(frozen=True)
class Imports:
    """What the imports say about themselves: rows kept, of these from a named file of a known form at a known time;
    the first day they cover, the last, and the longest stretch of days between that none covers."""

    rows: int
    sourced: int
    first: int
    last: int
    gap: int


@dataclass(frozen=True)
class Messages:
    """The newest messages of citizens, as they are stored: looked at, with contact data in the text, with an author
    who is not a keyed code."""

    looked_at: int
    contacts: int
    open_authors: int


@dataclass(frozen=True)
class Goals:
    """The active goals that are written down: how many, with a number above the level of outputs, and with a number
    that has a target."""

    n: int
    above: int
    targeted: int


@dataclass(frozen=True)
class Facts:
    """Everything that the checks may read. Each check says in its `needs` what it needs of it."""

    accounts: tuple[Account, ...] = ()
    departments: tuple[Department, ...] = ()
    days: int = 0  # of the period
    days_known: int = 0  # of the last half year that the data cover
    history: int | None = None  # days from the first day with data to the last
    answers: Answers | None = None
    guided: Guided = Guided()
    staffing: Staffing | None = None  # None: no questions are loaded
    removals: Removals | None = None
    agreed: frozenset[str] = frozenset()  # platforms
    stakeholders: Tally | None = None  # named in own posts of the last half year, of those on the list
    partners: Tally | None = None  # departments named as often as declared, of those declared
    decisions: int | None = None  # in the action plan, in the last twelve months; None: no plan is kept here
    signals: Tally | None = None  # acknowledged in time, of those acknowledged in 90 days and those overdue
    indicators: frozenset[str] = frozenset()  # ids of metrics that rules, actions and goals look at
    goals: Goals | None = None  # None: no goal is written down here
    imports: Imports | None = None
    expired: Tally | None = None  # citizens' messages past the time limit, of all; None: no limit, or no messages
    messages: Messages | None = None
    labels: int | None = None  # labels of one random sample; None: no messages are loaded
    tones: Quality | None = None  # how good the tones are on a labelled sample; None: too few labels of tones

    @property
    def active(self) -> tuple[Account, ...]:
        """The accounts that the register calls active."""
        return tuple(account for account in self.accounts if account.status == "active")

    @property
    def loaded(self) -> tuple[Account, ...]:
        """The accounts with data."""
        return tuple(account for account in self.accounts if account.loaded)
