"""What kind of posts an account makes: at least or at most a share of one kind."""

from metrics.guidelines.checked import Checked, at_least, at_most, not_measurable
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import OneOf, Part, Values
from metrics.guidelines.rule import Rule
from metrics.words import N_, Message, Share

_UNKNOWN = ("post", "")  # the export does not say what the post is
_KINDS: dict[str, tuple[str, str, frozenset[str]]] = {  # code -> words, dimension, values
    "pull": (N_("asks people something or invites them (pull)"), "tactic", frozenset({"pull"})),
    "push": (N_("only sends information (push)"), "tactic", frozenset({"push"})),
    "networking": (N_("names or shares partners and people (networking)"), "tactic", frozenset({"networking"})),
    "film": (N_("is a film"), "type", frozenset({"video", "reel"})),
    "picture": (N_("is a picture or a series of pictures"), "type", frozenset({"image", "carousel"})),
    "link": (N_("is a link to a page"), "type", frozenset({"link"})),
    "text": (N_("is only text"), "type", frozenset({"text"})),
}
_BOUNDS = {"at_least": N_("at least"), "at_most": N_("at most")}


def judge(values: Values, evidence: Evidence) -> Checked:
    """The share of posts of the kind, among the posts of which the kind is known."""
    _words, dimension, wanted = _KINDS[values["kind"]]
    counts = {value: n for value, n in evidence.content.get(dimension, {}).items() if value not in _UNKNOWN}
    n = sum(counts.values())
    if n == 0 and dimension == "type":
        return not_measurable("no_types", N_("These exports do not tell what type a post is."))
    if n == 0:
        return not_measurable("no_texts", N_("There are no posts with a text in this period."))
    k = sum(posts for value, posts in counts.items() if value in wanted)
    compare = at_least if values["bound"] == "at_least" else at_most
    return compare(k, n, values["share"], minimum=30)


def _sentence(values: Values) -> Message:
    text = N_("Of our posts, {bound} {share} {kind}.")
    bound = Message(values["bound"], _BOUNDS[values["bound"]])
    kind = Message(values["kind"], _KINDS[values["kind"]][0])
    return Message("content_mix", text, {"bound": bound, "share": Share(values["share"]), "kind": kind})


RULE = Rule(
    id="content_mix",
    element="content",
    label=N_("Mix of posts"),
    needs=N_("At least 30 posts of which the export tells the type, or the text for push, pull and networking."),
    todo=N_("Look at the next ten posts in the plan, and make some of them in the agreed way."),
    basis="posts",
    parameters=(
        OneOf("kind", N_("A post that"), "pull", {code: kind[0] for code, kind in _KINDS.items()}),
        OneOf("bound", N_("At least or at most"), "at_least", _BOUNDS),
        Part("share", N_("This part of the posts"), 0.2),
    ),
    sentence=_sentence,
    judge=judge,
    repeatable=True,
)
