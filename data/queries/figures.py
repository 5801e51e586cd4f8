"""The frames that every number on a page is computed from; `metrics.slices` describes them."""

from data.queries.answers import answers, waiting
from data.queries.audience import audience
from data.queries.histograms import histograms
from data.queries.sites import sites
from data.queries.sums import sums

__all__ = ["answers", "audience", "histograms", "sites", "sums", "waiting"]
