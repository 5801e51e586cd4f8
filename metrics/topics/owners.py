"""Where messages on a topic arrive, beside whose matter it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.estimate import Estimate
from metrics.topics.estimates import share_of_messages


@dataclass(frozen=True)
class Arrival:
    """Of the messages on a topic, the share that came in at accounts of other departments than its owner."""

    topic: int
    owner: int
    elsewhere: Estimate

    @property
    def mostly_elsewhere(self) -> bool:
        """Whether clearly more than half came in elsewhere."""
        return self.elsewhere.low is not None and self.elsewhere.low > 0.5


def arrivals(sums: pd.DataFrame, owners: Mapping[int, int]) -> list[Arrival]:
    """Every topic with an owner that anybody wrote about, by id. `owners` is topic -> department.

    `sums` are department_id, topic_id and messages of all departments: in a part of them, nothing would be known of
    what arrives elsewhere.

    >>> rows = pd.DataFrame({"department_id": [1, 2], "topic_id": [7, 7], "messages": [10, 30]})
    >>> [(one.topic, one.elsewhere.value, one.mostly_elsewhere) for one in arrivals(rows, {7: 1})]
    [(7, 0.75, True)]
    """
    found = []
    for topic, owner in sorted(owners.items()):
        rows = sums[sums["topic_id"] == topic]
        n = int(rows["messages"].sum())
        if n:
            away = int(rows.loc[rows["department_id"] != owner, "messages"].sum())
            found.append(Arrival(topic, owner, share_of_messages(away, Estimate(None, n=n))))
    return found
