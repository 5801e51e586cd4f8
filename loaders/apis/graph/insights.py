"""Figures that Meta gives only when asked apart ("insights"), where one unknown metric fails a whole question."""

from collections import Counter
from collections.abc import Iterable, Sequence

from loaders.apis.client import ApiError
from loaders.apis.graph.asking import Graph
from loaders.apis.graph.refusals import PARAMETER, PERMISSION
from loaders.files.building.documents import Object, objects

_ENOUGH = 3
"""A metric that was refused so often, and never given, is not asked for again in this run."""


class Insights:
    """Asks for metrics together; where that is refused one by one, so that one that is gone does not hide the rest."""

    def __init__(self, graph: Graph, metrics: Iterable[str]) -> None:
        self._graph = graph
        self._metrics = tuple(metrics)
        self._given: set[str] = set()
        self._refused: Counter[str] = Counter()

    def of(self, node: str, **query: str | int) -> Object | None:
        """What there is about a post or an account, as the member `insights` of an object has it; None when refused."""
        names = [name for name in self._metrics if name in self._given or self._refused[name] < _ENOUGH]
        found = self._ask(node, names, query) if names else None
        return None if found is None else {"data": found}

    def _ask(self, node: str, names: Sequence[str], query: dict[str, str | int]) -> list[Object] | None:
        try:
            found = self._graph.get(node, "insights", metric=",".join(names), **query)
        except ApiError as error:
            if error.message.code not in (PARAMETER, PERMISSION):
                raise
            if len(names) == 1:
                self._refused[names[0]] += 1
                return None
            parts = [self._ask(node, [name], query) for name in names]
            known = [part for part in parts if part is not None]
            return [one for part in known for one in part] if known else None
        self._given.update(names)
        return objects(found.get("data"))
