"""A store whose messages have topics: half a year of them, with a topic that rises and one whose questions wait."""

from typing import Any

from sqlalchemy import Engine, delete, insert, select

from data.schema import comment, conversation, message_score, post, post_score, rollup_topic, rollup_topic_month, topic
from data.store import open_store, writing
from tests.data.queries.stored_figures import put_topic
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, registers
from tests.loaders.sample_batches import comment as message
from tests.loaders.sample_batches import post as own_post

PARKING, WASTE, LIBRARY = 901, 902, 903
NAMES = {PARKING: "Parkeren <b>*nu*</b>", WASTE: "Afval", LIBRARY: "Bibliotheek"}
WEEKS = 26
_NEGATIVE, _NEUTRAL = 0, 1


def scored_store(url: str) -> Engine:
    """Fill the store: 26 weeks in which parking doubles halfway, waste is rarely answered and the library is small."""
    store = open_store(url)
    registers(store)
    made = [row for week in range(WEEKS) for row in _week(week)]
    posts = [
        own_post("1", text="Over parkeren en vergunningen", likes=9),
        own_post("2", published_ts=MONDAY - 90 * DAY),
    ]
    load(store, batch(posts, [row for row, _ in made], exported_ts=MONDAY + 91 * DAY))
    topics = {str(row["comment_id"]): about for row, about in made if about is not None}
    with writing(store) as connection:
        for table in (rollup_topic, rollup_topic_month, topic):
            connection.execute(delete(table))
        connection.execute(insert(topic), [_topic(id, name) for id, name in NAMES.items()])
    _score(store, topics)
    return store


def _week(week: int) -> list[tuple[dict[str, Any], int | None]]:
    """Messages of a week, each with its topic (0: none; None: own replies have none)."""
    parking = 12 if week >= WEEKS // 2 else 6
    counts = {PARKING: parking, WASTE: 10, 0: 20, LIBRARY: int(week == WEEKS - 1) * 2}
    rows: list[tuple[dict[str, Any], int | None]] = []
    at = MONDAY + (week - WEEKS // 2) * 7 * DAY
    for about, n in counts.items():
        for number in range(n):
            name = f"{about}-{week}-{number}"
            text = "Wanneer komt er iemand?" if about else "Mooi!"
            rows.append((message(name, text=text, author=f"citizen {name}", published_ts=at + number % 7 * DAY), about))
            if about == PARKING:
                own = {"is_own": True, "author": "", "text": "Morgen.", "parent_id": name}
                rows.append((message(f"a-{name}", published_ts=at + number % 7 * DAY + 60, **own), None))
    return rows


def _topic(id: int, name: str) -> dict[str, Any]:
    typical = '{"nl": ["vergunning", "garage"], "en": ["permit"]}'
    values = {"words": "{}", "excluded": "{}", "typical": typical, "owner_id": 2 if id == PARKING else None}
    return {"id": id, "origin": "own", "name": name, "who": "jo", "made_ts": 0, **values}


def _score(store: Engine, topics: dict[str, int]) -> None:
    """Scores and rollups as `data.scoring` would write them."""
    keys = (comment.c.post_id, comment.c.id, comment.c.external_id, comment.c.day, comment.c.account_id)
    waits = select(conversation.c.id, conversation.c.answered_ts)
    with store.connect() as connection:
        rows = connection.execute(select(*keys).where(comment.c.is_own == 0)).all()
        asked = dict(tuple(row) for row in connection.execute(waits))
        own = connection.scalars(select(post.c.id).where(post.c.text.like("%parkeren%"))).all()
    scores, sums = [], {}
    for post_id, id, external, day, account in rows:
        about = topics[external]
        tone = _NEGATIVE if about == WASTE else _NEUTRAL
        scores.append({"post_id": post_id, "id": id, "topic_id": about or None, "tone": tone})
        added = sums.setdefault((day, account, about), dict.fromkeys(("messages", "asked", "waiting"), 0))
        added["messages"] += 1
        added["asked"] += id in asked
        added["waiting"] += id in asked and asked[id] is None
    made = {"tone_model": "test", "topics_version": 1}
    with writing(store) as connection:
        connection.execute(insert(message_score), [made | row for row in scores])
        connection.execute(
            insert(post_score),
            [{"id": id, "topic_id": PARKING, "topics_version": 1} for id in own],
        )
    for (day, account, about), added in sums.items():
        tone = "t_negative" if about == WASTE else "t_neutral"
        put_topic(store, day, account, about, **added, **{tone: added["messages"]})
