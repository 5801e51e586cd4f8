"""Meta's Graph API, which Facebook and Instagram share: asking, its errors, its insights, and the walk over posts."""

from loaders.apis.graph.asking import VERSION, Graph, Page
from loaders.apis.graph.insights import Insights
from loaders.apis.graph.listing import Network, listing
from loaders.apis.graph.refusals import PARAMETER, PERMISSION, manners

__all__ = [
    "PARAMETER",
    "PERMISSION",
    "VERSION",
    "Graph",
    "Insights",
    "Network",
    "Page",
    "listing",
    "manners",
]
