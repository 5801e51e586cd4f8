"""The answer to "how is this calculated?": a metric's definition, from the registry, beside every number."""

from components.i18n import _
from components.words import BETTER, LEVELS, UNITS
from metrics.measures import TERMS
from metrics.registry import RESTS_ON, Metric

_LINE_BREAK = "  \n"


def definition(metric: Metric) -> str:
    """Definition, formula, unit, what it needs, the smallest n, caution, reference: as Markdown."""
    lines = [
        _("**Formula:** {formula}", formula=_(metric.formula)),
        _("**Unit:** {unit}. {better}.", unit=_(UNITS[metric.unit]), better=_(BETTER[metric.better])),
        _("**Needs:** {counts}", counts=[_(TERMS[count]) for count in metric.needs]),
        _("**Level:** {level}.", level=_(LEVELS[metric.level])),
    ]
    if metric.minimum_n > 1:
        things = _(RESTS_ON[metric.rests_on])
        lines.append(_("**Smallest number to rest on:** {n} {things}", n=metric.minimum_n, things=things))
    if metric.caution:
        lines.append(_("**Careful:** {caution}", caution=_(metric.caution)))
    lines.append(_("**Reference:** {reference}", reference=metric.reference))
    return "\n\n".join((_(metric.definition), _LINE_BREAK.join(lines)))


def explanation(metric: Metric) -> str:
    """The definition, with the way to its place on the Methods page."""
    link = _("[More in Methods]({link})", link=f"methods#{anchor(metric.id)}")
    return f"{definition(metric)}\n\n{link}"


def anchor(metric_id: str) -> str:
    """The place of a metric on the Methods page.

    >>> anchor("er_followers")
    'er-followers'
    """
    return metric_id.replace("_", "-")
