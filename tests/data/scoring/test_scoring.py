"""Messages and own posts get a topic and a tone, whatever is imported, undone, edited or chosen, on both engines."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, select, update

from data import access as rights
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.answering.labels import label
from data.errors import StoreError
from data.norms import add_norm
from data.schema import account, comment, department, message_score, post_score, rollup_topic
from data.scoring import choice, choose, pending, score
from data.settings import Settings, write_settings
from data.store import writing
from data.undo import undo
from loaders.demo import remove
from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.versions import Scope
from metrics.text.tone import LEANING
from tests.data.answering.messages import HOUR, LATER, answer, asked, only, rows
from tests.data.scoring.scored import LIST, PARKING, WASTE, assert_sums_are_true, listed, scored, scores
from tests.loaders.sample_batches import DAY, MONDAY, batch, emptied, load, post, registers

GLAD = "Wat een prachtige, geweldige dag! 😍"
ON_WASTE = "Wanneer wordt het afval in onze straat opgehaald?"
ON_PARKING = "Waarom is het parkeren in deze straat zo duur geworden?"
ANGRY = "Dit is echt verschrikkelijk slecht, een grote schande 😡"


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)
    listed(store)


def by_text(store: Engine) -> dict[str, dict[str, Any]]:
    """The score of each text."""
    with store.connect() as connection:
        texts = {
            (one, two): text
            for one, two, text in connection.execute(select(comment.c.post_id, comment.c.id, comment.c.text))
        }
    return {texts[row["post_id"], row["id"]]: row for row in rows(store, message_score)}


def test_a_day_by_hand(store: Engine) -> None:
    waste = "Wanneer wordt het afval nu eindelijk opgehaald?"
    said = [asked("10", text=waste), answer("11", "10", 6), asked("12", text=GLAD), asked("13", text=None)]
    load(store, batch([post("1", text="Morgen halen we het afval op.")], said, exported_ts=LATER))
    assert pending(store, ME) == 3
    found = scored(store)
    assert (found.messages, found.posts, pending(store, ME)) == (2, 1, 0)
    about = by_text(store)
    assert (about[waste]["topic_id"], about[waste]["language"]) == (WASTE, "nl")
    assert (about[GLAD]["topic_id"], about[GLAD]["tone"]) == (None, 2)
    assert about[GLAD]["positive"] > 0.5 > about[GLAD]["negative"]
    assert only(store, post_score)["topic_id"] == WASTE
    day = {row["topic_id"]: row for row in rows(store, rollup_topic)}
    of_waste = {"messages": 1, "asked": 1, "answered": 1, "waiting": 0, "due": 1, "in_time": 1, "posts": 1}
    assert {name: day[WASTE][name] for name in of_waste} == of_waste
    assert (day[0]["messages"], day[0]["t_positive"], day[0]["asked"], day[0]["posts"]) == (1, 1, 0, 0)
    assert_sums_are_true(store)


def test_what_no_model_serves_is_not_scored_but_counted(store: Engine) -> None:
    load(store, batch([], [asked("10", text="12345 - 67890")], exported_ts=LATER))
    scored(store)
    row = only(store, message_score)
    assert (row["language"], row["tone"], row["negative"], row["positive"]) == (None, None, None, None)
    assert only(store, rollup_topic)["t_none"] == 1


def test_own_replies_are_not_scored(store: Engine) -> None:
    reply = post("30", type="reply", parent_id="10", text="Het afval komt morgen.")
    load(store, batch([reply], [answer("11", "", 2, text="Het afval komt morgen.")], exported_ts=LATER))
    assert pending(store, ME) == 0
    assert scored(store).posts == 0 and rows(store, rollup_topic) == []


def test_scoring_again_does_nothing(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), asked("12", text=GLAD)], exported_ts=LATER))
    scored(store)
    before = scores(store)
    shares: list[float] = []
    again = score(store, ME, shares.append)
    assert (again.messages, again.posts, shares) == (0, 0, [1.0])
    assert scores(store) == before


def _mark(store: Engine, **values: Any) -> None:
    """Write something in all scores by which they can be known again."""
    with writing(store) as connection:
        connection.execute(message_score.update().values(values))


def test_a_new_list_of_topics_leaves_languages_and_tones(store: Engine) -> None:
    load(store, batch([post("1", text=ON_PARKING)], [asked("10", text=ON_PARKING)], exported_ts=LATER))
    listed(store, {WASTE: "afval"})
    scored(store)
    assert only(store, message_score)["topic_id"] is None
    _mark(store, language="xx", negative=0.5, tone=LEANING)
    listed(store, LIST, version=2)
    assert pending(store, ME) == 2
    scored(store)
    row = only(store, message_score)
    assert (row["topic_id"], row["topics_version"]) == (PARKING, 2)
    assert (row["language"], row["negative"], row["tone"]) == ("xx", 0.5, LEANING), "they were not worked out again"
    assert only(store, post_score)["topic_id"] == PARKING
    assert_sums_are_true(store)


def test_another_tone_model_leaves_topics(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10", text=GLAD)], exported_ts=LATER))
    scored(store)
    _mark(store, tone_model="an older one", tone=0, topic_id=PARKING, language="nl")
    assert pending(store, ME) == 1, "own posts have no tone"
    scored(store)
    row = only(store, message_score)
    assert (row["tone"], row["topic_id"], row["tone_model"] != "an older one") == (2, PARKING, True)
    assert_sums_are_true(store)


def test_an_edited_message_is_scored_again_and_a_liked_one_is_not(store: Engine) -> None:
    first = [asked("10", text=ON_PARKING, likes=1), asked("12", text=ON_WASTE, likes=1)]
    load(store, batch([post("1", text=ON_WASTE)], first, exported_ts=LATER))
    scored(store)
    newer = [asked("10", text=ON_WASTE, likes=1), asked("12", text=ON_WASTE, likes=9)]
    later = load(store, batch([post("1", text=ON_PARKING)], newer, exported_ts=LATER + DAY))
    assert pending(store, ME) == 2
    assert_sums_are_true(store)
    scored(store)
    assert {row["topic_id"] for row in rows(store, message_score)} == {WASTE}
    assert only(store, post_score)["topic_id"] == PARKING
    undo(store, ME, later.import_id or 0)
    assert pending(store, ME) == 2, "they are again what they were"
    scored(store)
    assert {row["topic_id"] for row in rows(store, message_score)} == {WASTE, PARKING}
    assert_sums_are_true(store)


def test_what_is_undone_leaves_no_score(store: Engine) -> None:
    loaded = load(store, batch([post("1")], [asked("10")], exported_ts=LATER))
    scored(store)
    undo(store, ME, loaded.import_id or 0)
    assert not any(scores(store).values())


def test_own_scores_stay_when_the_demo_goes(store: Engine) -> None:
    with writing(store) as connection:
        for table in (department, account):
            connection.execute(update(table).where(table.c.id == 1).values(is_demo=1))
    demo = [asked("10", text=ON_WASTE), asked("12", text=ON_PARKING)]
    load(store, batch([post("1", text=ON_WASTE)], demo, exported_ts=LATER), is_demo=True)
    load(store, batch([post("2", text=ON_PARKING)], [asked("20", text=ON_PARKING, post_id="2")], exported_ts=LATER))
    scored(store)
    remove(store, ME)
    assert (only(store, message_score)["topic_id"], only(store, post_score)["topic_id"]) == (PARKING, PARKING)
    assert only(store, rollup_topic)["messages"] == 1
    assert_sums_are_true(store)


def test_time_and_norms_and_labels_move_the_sums(store: Engine) -> None:
    said = [asked("10", text="Wanneer wordt het afval opgehaald?"), asked("12", 2, text="Mooi, dat afval")]
    load(store, batch([post("1")], [*said, answer("11", "10", 20)], exported_ts=MONDAY + 21 * HOUR))
    scored(store)
    assert {row["due"] for row in rows(store, rollup_topic)} == {0}
    load(store, batch([post("2")], [asked("20", 40, post_id="2")], exported_ts=LATER))
    assert max(row["due"] for row in rows(store, rollup_topic)) == 1
    assert_sums_are_true(store)
    add_norm(store, ME, Scope(), 20_000, Norm("hours", 2, 0.8, OFFICE_HOURS, "Europe/Amsterdam", "NL"))
    assert {row["in_time"] for row in rows(store, rollup_topic)} == {0}
    assert_sums_are_true(store)
    message = next(row for text, row in by_text(store).items() if text.startswith("Mooi"))
    label(store, ME, message["post_id"], message["id"], "complaint")
    assert max(row["complaints"] for row in rows(store, rollup_topic)) == 1
    assert_sums_are_true(store)


def test_a_label_counts_on_the_day_of_its_message(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10", author="jo"), asked("12", 20, author="jo")], exported_ts=LATER))
    scored(store)
    late = next(row for row in rows(store, comment) if row["published_ts"] == MONDAY + 20 * HOUR)
    label(store, ME, late["post_id"], late["id"], "complaint")
    assert_sums_are_true(store)
    assert [row["complaints"] for row in rows(store, rollup_topic) if row["messages"]] == [0, 1]


def test_another_time_zone_and_window_move_the_sums(store: Engine) -> None:
    late = asked("10", 11.5, text="Wanneer komt het afval?", author="jo")  # half an hour before midnight
    more = asked("12", 30, text="Wanneer dan?", author="jo")
    load(store, batch([post("1", published_ts=MONDAY + int(11.5 * HOUR))], [late, more], exported_ts=LATER))
    scored(store)
    before = {row["day"] for row in rows(store, rollup_topic)}
    write_settings(store, ME, Settings("Waterstad", time_zone="Asia/Tokyo"))
    assert {row["day"] for row in rows(store, rollup_topic)} != before
    assert_sums_are_true(store)
    write_settings(store, ME, replace(Settings("Waterstad", time_zone="Asia/Tokyo"), conversation_hours=10))
    assert sum(row["asked"] for row in rows(store, rollup_topic)) == 2
    assert_sums_are_true(store)
    assert pending(store, ME) == 0


def test_the_choice_of_a_model(store: Engine) -> None:
    assert choice(store, ME) == "automatic"
    choose(store, ME, "rules")
    assert choice(store, ME) == "rules"
    load(store, batch([], [asked("10", text=ANGRY)], exported_ts=LATER))
    assert scored(store).versions.tone_model.startswith("rules")
    assert only(store, message_score)["tone"] == 0
    with pytest.raises(StoreError, match="no way to work out the tone"):
        choose(store, ME, "oracle")


@pytest.mark.parametrize("held", [set(), {"read"}])
def test_without_the_rights_nothing_is_scored(store: Engine, monkeypatch: pytest.MonkeyPatch, held: set[Any]) -> None:
    load(store, batch([post("1")], [asked("10")], exported_ts=LATER))
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset(held))
    with pytest.raises(AccessDeniedError):
        score(store, Access("jo", "reader"))
    with pytest.raises(AccessDeniedError):
        choose(store, Access("jo", "reader"), "rules")
    assert pending(store, ME) == 2


_texts = st.sampled_from([ON_WASTE, ON_PARKING, GLAD, ANGRY, "", None, "Afval?"])
_citizens = st.builds(
    lambda number, thread, hour, author, text, likes, own: asked(
        str(number), hour, post_id=str(thread), author=author, text=text, likes=likes, is_own=own
    ),
    st.integers(10, 16),
    st.integers(1, 3),
    st.integers(0, 900),
    st.sampled_from(["a", "b", ""]),
    _texts,
    st.integers(0, 2),
    st.sampled_from([False, False, False, True]),
)
_PARENTS = {"post": "", "reply": "10"}
_own = st.builds(
    lambda number, hour, type_, text: post(
        str(number),
        published_ts=MONDAY + hour * HOUR,
        type=type_,
        parent_id="10" if type_ == "reply" else "",
        text=text,
    ),
    st.integers(1, 3),
    st.integers(0, 900),
    st.sampled_from(["post", "reply"]),
    _texts,
)
_steps = st.lists(
    st.one_of(
        st.tuples(st.lists(_own, max_size=2), st.lists(_citizens, max_size=4), st.integers(0, 300)),
        st.sampled_from(["score", "undo"]),
    ),
    min_size=2,
    max_size=6,
)


@given(_steps, st.integers(1, 5))
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_any_order_of_imports_undos_and_scoring_is_the_same_as_all_at_once(
    store: Engine, steps: list[Any], at_once: int
) -> None:
    emptied(store)
    listed(store)
    done: list[int] = []
    for step in steps:
        if step == "score":
            scored(store, at_once)
        elif step == "undo":
            if done:
                undo(store, ME, done.pop(len(done) // 2))
        else:
            posts, comments, hour = step
            loaded = load(store, batch(posts, comments, exported_ts=MONDAY + hour * HOUR))
            done += [loaded.import_id] if loaded.import_id else []
        assert_sums_are_true(store)
    scored(store, at_once)
    step_by_step = scores(store)
    assert_sums_are_true(store)
    with writing(store) as connection:
        for table in (message_score, post_score, rollup_topic):
            connection.execute(delete(table))
    scored(store, 1000)
    assert scores(store) == step_by_step
