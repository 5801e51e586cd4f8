"""What a run of a connector comes to: its answers mapped, and each post and comment once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from loaders.apis import Connector
from loaders.apis.client import Client
from loaders.apis.connector import Fetched, Wanted
from loaders.files import map_answers


@dataclass
class Run:
    """Rows by their id; of one that comes twice the last. `listed_from` and `threads` as the connector claims them."""

    posts: dict[str, Any] = field(default_factory=dict)
    comments: dict[str, Any] = field(default_factory=dict)
    followers: dict[str, float] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    listed_from: list[int] = field(default_factory=list)

    def keys(self) -> tuple[set[str], set[str], dict[str, float], set[str], set[int]]:
        """What two runs over the same posts must agree on."""
        return set(self.posts), set(self.comments), self.followers, self.threads, set(self.listed_from)


def mapped(answers: Iterable[Fetched]) -> Run:
    """The rows of some answers, each mapped alone."""
    run = Run()
    for answer in answers:
        batch = map_answers(answer.format, "test", [answer.document], answer.clues)
        run.posts |= {str(row.post_id): row for row in batch.posts.itertuples()}
        run.comments |= {str(row.comment_id): row for row in batch.comments.itertuples()}
        days = batch.account_days
        run.followers |= {
            f"{day} {account}": n for day, account, n in zip(days.date, days.account, days.value, strict=True)
        }
        run.left_out += [rejection.reason.code for rejection in batch.rejected]
        run.threads |= set(answer.threads)
        run.listed_from += [] if answer.listed_from is None else [answer.listed_from]
    return run


def resumed_everywhere(connector: Connector, client: Client, wanted: Wanted) -> list[Run]:
    """For each answer of a run: the run that broke off after it, with the one that went on from its cursor."""
    whole = list(connector.fetch(client, wanted))
    return [
        mapped([*whole[:n], *connector.fetch(client, replace(wanted, after=whole[n - 1].after))])
        for n in range(1, len(whole) + 1)
    ]
