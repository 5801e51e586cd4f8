"""Sending or conversing."""

import pandas as pd

from metrics.content.two_way import Part, headline, two_way
from metrics.slices import ANSWERS, Slice

_OWNER = {"period": "current", "department_id": 1, "platform": "x"}


def _slice(sums: list[tuple[int, int, int, int]], talks: list[tuple[int, int, int, int]]) -> Slice:
    rows = [
        _OWNER | {"account_id": one, "posts": posts, "replies": replies, "replies_out": out}
        for one, posts, replies, out in sums
    ]
    answers = [
        _OWNER | dict.fromkeys(ANSWERS, 0) | {"account_id": one, "talked": talked, "two_way": both, "deep": deep}
        for one, talked, both, deep in talks
    ]
    columns = [*_OWNER, "account_id"]
    return Slice(
        days=91,
        sums=pd.DataFrame(rows, columns=[*columns, "posts", "replies", "replies_out"]),
        histograms=pd.DataFrame(),
        audience=pd.DataFrame(),
        sites=pd.DataFrame(),
        answers=pd.DataFrame(answers, columns=[*columns, *ANSWERS]),
    )


def test_by_hand() -> None:
    data = _slice(
        [(1, 40, 8, 12), (2, 30, 5, 0), (3, 50, 0, 0), (4, 20, 0, 0)],
        [(1, 15, 9, 3), (4, 0, 0, 0)],
    )
    found = two_way(data)
    assert (found.accounts, found.left_out) == (3, 1)  # of account 3 no file shows replies
    assert found.replying == Part(17, 107)  # 12 of account 1, once; 5 of account 2; 40 + 30 + 20 posts
    assert found.sending == Part(90, 107)
    assert found.two_way == Part(9, 60)
    assert found.answered == Part(9, 15)
    assert found.deep == Part(3, 9)
    assert found.deep.share is None
    assert found.deep.interval is None
    assert found.answered.share == 0.6
    assert headline(found).english() == (
        "15.9 % of what was written is a reply (17 of 107); 9 of 60 posts became a conversation."
    )


def test_no_replies_in_the_data_is_not_no_replies() -> None:
    found = two_way(_slice([(1, 40, 0, 0)], []))
    assert (found.accounts, found.left_out, found.replying.of) == (0, 1, 0)
    assert headline(found).code == "two_way_unknown"
    assert headline(two_way(_slice([], []))).code == "two_way_unknown"
    assert headline(two_way(_slice([(1, 40, 5, 0)], []))).code == "two_way_replies"
    assert headline(two_way(_slice([(1, 4, 1, 0)], [(1, 1, 1, 0)]))).code == "two_way_few"
    assert headline(two_way(_slice([(1, 40, 0, 0)], [(1, 3, 0, 0)]))).english().startswith("0 % of what was written")
