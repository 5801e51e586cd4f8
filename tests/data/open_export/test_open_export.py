"""Everything that is stored comes out, in both kinds of file, and nobody with it."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from data import access as rights
from data import open_export, practice, topics
from data.__main__ import main
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.acknowledged import acknowledge
from data.actions import add_action
from data.assessments import add_respondent, save_answer, start_assessment
from data.baselines import add_baseline
from data.declared.agreed import save_agreed_platforms
from data.declared.partners import Partner, save_partners
from data.declared.stakeholders import Stakeholder, save_stakeholders
from data.events import add_event
from data.goals import add_goal, add_kpi
from data.guidelines import save_guideline
from data.ids import external_ids, keys
from data.logs import moderation as removals
from data.logs import test_messages as shopper
from data.norms import add_norm
from data.open_export import contents, export_name, write_open_export
from data.open_export.columns import for_csv
from data.open_export.tables import LEFT_OUT, tables
from data.questionnaire import shipped
from data.schema import account_day, comment, metadata, site_day
from data.schema import post as posts
from data.settings import Settings, write_settings
from data.tags import add_tag, apply, members
from metrics.campaigns.rules import Rules
from metrics.cells import FORMULA_STARTS, safe_cell
from metrics.definitions import definitions_version
from metrics.guidelines.content import Guideline, Use, from_json
from metrics.norms import Norm
from metrics.norms.versions import Scope
from metrics.periods import to_day
from tests.loaders.sample_batches import MONDAY, batch, day_value, group, load, post, registers
from tests.loaders.sample_batches import comment as a_comment

STORED = {
    "departments": metadata.tables["department"],
    "accounts": metadata.tables["account"],
    "sites": metadata.tables["site"],
    "imports": metadata.tables["import_batch"],
    "posts": posts,
    "comments": comment,
    "account_days": account_day,
    "site_days": site_day,
    "audience": metadata.tables["audience"],
    "norms": metadata.tables["norm"],
    "guidelines": metadata.tables["guideline"],
    "test_messages": metadata.tables["test_message"],
    "moderation": metadata.tables["moderation"],
    "questionnaires": metadata.tables["questionnaire"],
    "assessments": metadata.tables["assessment"],
    "respondents": metadata.tables["respondent"],
    "answers": metadata.tables["answer"],
    "actions": metadata.tables["action"],
    "goals": metadata.tables["goal"],
    "goal_kpis": metadata.tables["goal_kpi"],
    "agreed_platforms": metadata.tables["agreed_platform"],
    "partners": metadata.tables["partner"],
    "stakeholders": metadata.tables["stakeholder"],
    "topics": metadata.tables["topic"],
    "baselines": metadata.tables["baseline"],
    "events": metadata.tables["event"],
    "acknowledged": metadata.tables["acknowledged"],
    "tags": metadata.tables["tag"],
    "post_tags": metadata.tables["post_tag"],
    "examples": metadata.tables["practice"],
}
CITIZENS = ("jan_jansen", "piet_01", "Waarom geen antwoord", "Goede vraag meneer", "700001", "800001")
"""Names, words and numbers that lead to a citizen."""


def _key(name: str) -> int:
    """The key of a post."""
    return int(keys("x", external_ids("x", [name], [None]), [1])[0])


@pytest.fixture
def filled(store: Engine) -> Engine:
    """A store with posts, a reply, comments of citizens and daily figures."""
    registers(store)
    write_settings(store, ME, Settings("Gemeente Waterstad"))
    load(
        store,
        batch(
            posts=[
                post(
                    "1",
                    text="=1+1 is two",
                    likes=3,
                    published_ts=MONDAY + 60,
                    missing="ff.ffffff",
                    images=2,
                    described=1,
                ),
                post("2", text="Second\nline", precision="day", published_ts=MONDAY // 86_400 * 86_400),
                post(
                    "800001",
                    type="reply",
                    text="@jan_jansen Goede vraag meneer Jansen",
                    permalink="https://x.example/800001",
                    published_ts=MONDAY + 125,
                ),
            ],
            account_days=[day_value("2026-06-29", 1200), day_value("2026-06-30", 1201.5)],
            site_days=[{"line": 2, "site": "www.example.org", "date": "2026-06-29", "metric": "visits", "value": 7}],
            audience=[group("NL", 60.0, line=2), group("BE", 7.0, line=3)],
            file="/home/someone/exports/june.zip!a/posts.csv",
        ),
    )
    load(
        store,
        batch(
            comments=[
                a_comment("700001", text="Waarom geen antwoord? @piet_01 jan@example.org", likes=2),
                a_comment("700002", is_own=True, author="", parent_id="700001", text="Goede vraag meneer Jansen"),
                a_comment("700003", author="piet_01", post_id="999", text="-", published_ts=MONDAY + 3700),
            ]
        ),
    )
    asked, answered = datetime(2026, 6, 29, 9, tzinfo=UTC), datetime(2026, 6, 29, 11, tzinfo=UTC)
    shopper.add_test_message(store, ME, 1, asked, "=Waar is het loket?", "answered", answered, "Jan van Dijk belde")
    shopper.add_test_message(store, ME, 2, asked, "Wanneer is de markt?", "picked_up")
    removals.add_removal(store, ME, 1, date(2026, 6, 29), "hidden", "insult", "rule 3", n=4, appealed=1)
    removals.add_removal(store, ME, 1, date(2026, 6, 30), "deleted")
    practice.share(store, ME, _key("2"), "=Ask one question", made_ts=MONDAY)
    hours = Norm("hours", 24, 0.8, {0: ("09:00", "17:00")}, "Europe/Amsterdam", "NL", "=Servicecode", "2026-01-01")
    add_norm(store, ME, Scope(), to_day(date(2026, 1, 1)), hours)
    add_norm(store, ME, Scope(account_id=2), to_day(date(2026, 6, 1)), Norm("working_days", 2))
    content = Guideline(
        "Sociale media", {"frequency": "Elke dag één bericht."}, (Use("posts_per_week", {"low": 3, "high": 9}),)
    )
    save_guideline(store, ME, content, date(2026, 6, 1), department_id=1)
    round_ = start_assessment(store, ME, "Herfst", date(2026, 6, 30), shipped())
    who = add_respondent(store, ME, round_, 1, "=Teamleider")
    save_answer(store, ME, who, "B4", {"level": 3, "note": "Jan van Dijk weet het"}, 0)
    add_action(store, ME, "=Rooster", assessment_id=round_, question="B4", department_id=1, owner_role="Teamleider")
    aim = add_goal(store, ME, "=Minder restafval", department_id=1)
    add_kpi(store, ME, aim, metric="within_norm", target=0.8)
    add_kpi(store, ME, aim, name="=Restafval per inwoner, kg", level="impact", source="Sorteeranalyse")
    save_agreed_platforms(store, ME, {"facebook": ""})
    save_partners(store, ME, [Partner(1, 2, 3)])
    save_stakeholders(store, ME, [Stakeholder("Museum", ("@museum",))])
    add_baseline(
        store, ME, "posts", to_day(date(2026, 6, 1)), "tool", "Jan van Dijk kocht een planner", department_id=1
    )
    add_event(store, ME, "storm", "=Storm", to_day(date(2026, 6, 29)), department_id=2)
    acknowledge(store, ME, "number:posts:2", to_day(date(2026, 6, 29)), "Jan van Dijk was ziek")
    topics.ready(store)
    ferry = topics.add(store, ME, {"en": "=Ferry", "nl": "Pont"}, {"nl": ["kabelbaan*"]}, owner_id=1)
    topics.merge(store, ME, ferry, 1)
    numbers = add_tag(store, ME, "=Sums", "campaign", Rules(words=("two",)), utm_campaign="=sum", first_day=20633)
    apply(store, ME)
    assert len(members(store, ME, numbers)) == 1
    return store


@pytest.fixture
def exported(filled: Engine, tmp_path: Path) -> ZipFile:
    write_open_export(filled, ME, tmp_path / "out.zip")
    return ZipFile(tmp_path / "out.zip")


def parquet(archive: ZipFile, name: str) -> pd.DataFrame:
    return pq.read_table(io.BytesIO(archive.read(f"parquet/{name}.parquet"))).to_pandas()


def lines(archive: ZipFile, name: str) -> list[dict[str, str]]:
    text = archive.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def everything(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Each member unpacked; of Parquet, whose pages are packed, the values too."""
    for name in archive.namelist():
        yield name, archive.read(name)
        if name.endswith(".parquet"):
            yield name, parquet(archive, Path(name).stem).to_csv().encode()


def test_every_row_of_the_store_is_there_once(filled: Engine, tmp_path: Path) -> None:
    told = write_open_export(filled, ME, tmp_path / "out.zip")
    archive = ZipFile(tmp_path / "out.zip")
    package = json.loads(archive.read("metadata.json"))
    with filled.connect() as connection:
        stored = {name: connection.scalar(select(func.count()).select_from(table)) for name, table in STORED.items()}
    assert stored["posts"] == 3 and stored["comments"] == 3 and stored["account_days"] == 2
    assert told == stored == contents(filled, ME)
    assert {one["name"]: one["rows"] for one in package["resources"]} == stored
    assert {name: len(parquet(archive, name)) for name in STORED} == stored
    assert {name: len(lines(archive, f"csv/{name}")) for name in STORED} == stored


def test_no_table_of_the_store_is_forgotten() -> None:
    assert {table.name for table in STORED.values()} | LEFT_OUT.keys() == metadata.tables.keys()
    assert {table.name for table in tables(ME)} == STORED.keys()


def test_groups_of_a_few_people_are_left_out_with_their_shares(store: Engine, tmp_path: Path) -> None:
    registers(store)
    few = [group("BE", 4.0, line=3), group("BE", 0.06, "share", line=3)]
    load(store, batch(audience=[group("NL", 60.0), group("NL", 0.94, "share"), *few, group("FR", 0.0, line=4)]))
    write_open_export(store, ME, tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as archive:
        assert parquet(archive, "audience")["label"].tolist() == ["NL", "NL", "FR"]


def test_posts_come_out_as_they_went_in(exported: ZipFile) -> None:
    found = parquet(exported, "posts").set_index("post_id").sort_index()
    first, second = found.loc["1"], found.loc["2"]
    assert first["text"] == "=1+1 is two"
    assert first["published_at"] == pd.Timestamp(MONDAY + 60, unit="s", tz="UTC")
    assert (first["precision"], first["day"].isoformat()) == ("minute", "2026-06-29")
    assert (first["likes"], first["missing"]) == (3, "ff.ffffff")
    assert (first["images"], first["described"]) == (2, 1)
    assert first[["impressions", "reach", "comments"]].isna().all(), "missing is not zero"
    assert second[["images", "described"]].isna().all()
    assert second["precision"] == "day" and second["text"] == "Second\nline"
    days = parquet(exported, "account_days")
    assert sorted(days["value"]) == [1200.0, 1201.5]
    assert parquet(exported, "imports")["file_name"].iloc[0] == "june.zip!a/posts.csv"


def test_both_kinds_of_file_say_the_same(exported: ZipFile) -> None:
    for name in STORED:
        frame, rows = parquet(exported, name), lines(exported, f"csv/{name}")
        assert list(rows[0]) == list(frame.columns)
        for row, values in zip(rows, frame.astype(object).to_dict("records"), strict=True):
            assert row == {column: as_text(value) for column, value in values.items()}


def as_text(value: Any) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if pd.isna(value) else str(safe_cell(value))


def test_the_logs_come_out_without_who_kept_them(exported: ZipFile) -> None:
    asked = parquet(exported, "test_messages").sort_values("account_id")
    assert asked["outcome"].tolist() == ["answered", "picked_up"]
    assert asked["question"].tolist()[0] == "=Waar is het loket?"
    assert (asked["answered_at"] - asked["asked_at"]).tolist()[0] == pd.Timedelta(hours=2)
    assert asked["answered_at"].isna().tolist() == [False, True]
    removed = parquet(exported, "moderation").sort_values("day")
    assert removed["n"].tolist() == [4, 1]
    assert removed["reason"].isna().tolist() == removed["rule"].isna().tolist() == [False, True]
    for name, content in everything(exported):
        assert b"Jan van Dijk" not in content and ME.who.encode() not in content, name


def test_examples_come_out_when_their_department_shares_them(filled: Engine, tmp_path: Path) -> None:
    practice.keep_to_ourselves(filled, ME, _key("1"))
    write_open_export(filled, ME, tmp_path / "examples.zip")
    with ZipFile(tmp_path / "examples.zip") as archive:
        found = parquet(archive, "examples").iloc[0]
        assert (found["post_id"], found["account_id"], found["lesson"]) == ("2", 1, "=Ask one question")
        assert found["shared_at"] == pd.Timestamp(MONDAY, unit="s", tz="UTC")
        assert pd.isna(found[["interactions", "expected", "low", "high"]]).all()
        assert [row["lesson"] for row in lines(archive, "csv/examples")] == ["'=Ask one question"]


def test_norms_and_guidelines_come_out_as_they_were_set(exported: ZipFile) -> None:
    first, second = parquet(exported, "norms").sort_values("valid_from").to_dict("records")
    assert (first["scope"], first["valid_from"].isoformat()) == ("organisation", "2026-01-01")
    assert (first["unit"], first["amount"], first["target"]) == ("hours", 24.0, 0.8)
    assert json.loads(first["opening_hours"]) == {"0": ["09:00", "17:00"]}
    assert (first["time_zone"], first["holidays"]) == ("Europe/Amsterdam", "NL")
    assert (first["source"], first["source_date"]) == ("=Servicecode", "2026-01-01")
    assert (second["scope"], second["account_id"], second["unit"]) == ("account", 2, "working_days")
    assert pd.isna([second[name] for name in ("department_id", "target", "holidays", "source", "source_date")]).all()
    guide = parquet(exported, "guidelines").iloc[0]
    assert (guide["scope"], guide["department_id"], guide["valid_from"]) == ("department", 1, date(2026, 6, 1))
    content = from_json(guide["content"])
    assert content.prose == {"frequency": "Elke dag één bericht."} and "één" in guide["content"]
    assert content.uses == (Use("posts_per_week", {"low": 3, "high": 9}),)


def test_goals_come_out_with_their_numbers_and_without_who_wrote_them_down(exported: ZipFile) -> None:
    [aim] = parquet(exported, "goals").to_dict("records")
    assert (aim["title"], aim["department_id"], aim["status"]) == ("=Minder restafval", 1, "active")
    found = parquet(exported, "goal_kpis").sort_values("id").astype(object)
    here, elsewhere = found.where(found.notna(), None).to_dict("records")
    assert (here["metric"], here["target"], here["level"], here["name"]) == ("within_norm", 0.8, "output", None)
    assert (elsewhere["metric"], elsewhere["name"]) == (None, "=Restafval per inwoner, kg")
    assert (elsewhere["target"], elsewhere["source"]) == (None, "Sorteeranalyse")


def test_topics_come_out_without_who_made_them(exported: ZipFile) -> None:
    found = parquet(exported, "topics").set_index("topic_id")
    [ferry] = found[found["origin"] == "own"].to_dict("records")
    assert json.loads(ferry["name"]) == {"en": "=Ferry", "nl": "Pont"}
    assert json.loads(ferry["words"]) == {"nl": ["kabelbaan*"]} and json.loads(ferry["typical"]) == {}
    assert (ferry["department_id"], ferry["merged_into"], ferry["pinned"], ferry["status"]) == (1, 1, False, "active")
    assert found.loc[1, "code"] and pd.isna(found.loc[1, "name"]) and pd.isna(found.loc[1, "merged_into"])


def test_decisions_and_events_come_out_as_they_were_noted(exported: ZipFile) -> None:
    [decision] = parquet(exported, "baselines").to_dict("records")
    assert (decision["metric"], decision["department_id"], decision["reason"]) == ("posts", 1, "tool")
    assert decision["first_day"] == date(2026, 6, 1) and pd.isna(decision["withdrawn_at"])
    assert "note" not in decision and pd.isna(decision["platform"])
    [event] = parquet(exported, "events").to_dict("records")
    assert (event["kind"], event["name"], event["department_id"]) == ("storm", "=Storm", 2)
    assert event["first_day"] == event["last_day"] == date(2026, 6, 29)
    [seen] = parquet(exported, "acknowledged").to_dict("records")
    assert (seen["series"], seen["day"]) == ("number:posts:2", date(2026, 6, 29)) and {"note", "who"}.isdisjoint(seen)
    assert not seen["is_demo"]


def test_norms_and_guidelines_of_another_department_stay_behind(filled: Engine, tmp_path: Path) -> None:
    green = write_open_export(filled, Access("jo", "administrator", frozenset({2})), tmp_path / "green.zip")
    parking = write_open_export(filled, Access("jo", "administrator", frozenset({1})), tmp_path / "parking.zip")
    assert (green["norms"], green["guidelines"]) == (2, 0)
    assert (parking["norms"], parking["guidelines"]) == (1, 1), "the organisation's norm is everybody's"


def test_no_citizen_is_in_any_byte(filled: Engine, exported: ZipFile) -> None:
    with filled.connect() as connection:
        authors = connection.scalars(select(comment.c.author).where(comment.c.author.is_not(None))).all()
        mentions = connection.scalars(select(comment.c.mentions).where(comment.c.mentions.is_not(None))).all()
        keys = connection.scalars(select(comment.c.id)).all()
    codes = [*authors, *(code for text in mentions for code in json.loads(text)), *map(str, keys)]
    assert len(authors) == 2 and len(codes) == 6
    for name, content in everything(exported):
        for secret in (*CITIZENS, *codes):
            assert secret.encode() not in content, (name, secret)


def test_messages_in_conversations_are_told_to_the_hour_only(exported: ZipFile) -> None:
    reply = parquet(exported, "posts").query("type == 'reply'").iloc[0]
    assert reply["published_at"] == pd.Timestamp(MONDAY // 3600 * 3600, unit="s", tz="UTC")
    assert reply["precision"] == "hour"
    assert reply[["post_id", "text", "permalink"]].isna().all()
    found = parquet(exported, "comments").sort_values(["hour", "is_own", "post_id"])
    assert "text" not in found
    assert set(found["hour"].dt.minute) == {0}
    assert found["post_id"].fillna("-").tolist() == ["1", "-", "1"], "a post that is not ours has no number"
    assert found["answers_comment"].tolist() == [False, False, True]


def test_texts_come_when_an_administrator_asks_and_are_masked(filled: Engine, tmp_path: Path) -> None:
    write_open_export(filled, ME, tmp_path / "out.zip", texts=True)
    archive = ZipFile(tmp_path / "out.zip")
    assert set(parquet(archive, "comments")["text"]) == {
        "Waarom geen antwoord? [handle] [email]",
        "Goede vraag meneer Jansen",
        "-",
    }
    assert "[handle] Goede vraag meneer Jansen" in set(parquet(archive, "posts")["text"])
    assert json.loads(archive.read("metadata.json"))["texts_of_conversations"] is True
    for name, content in everything(archive):
        for secret in ("jan_jansen", "piet_01", "jan@example.org", "700001", "800001"):
            assert secret.encode() not in content, (name, secret)


@pytest.mark.parametrize(
    ("held", "texts"), [(set(), False), ({"read"}, True), ({"read", "texts"}, True), ({"read", "administer"}, True)]
)
def test_without_the_right_there_is_no_file(
    sqlite_store: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: set[Any], texts: bool
) -> None:
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset(held))
    with pytest.raises(AccessDeniedError):
        write_open_export(sqlite_store, Access("jo", "reader"), tmp_path / "out.zip", texts=texts)
    assert not (tmp_path / "out.zip").exists()


def test_a_user_of_one_department_gets_that_department(filled: Engine, tmp_path: Path) -> None:
    told = write_open_export(filled, Access("jo", "administrator", frozenset({2})), tmp_path / "out.zip")
    assert {name: told[name] for name in ("departments", "accounts", "sites", "posts", "comments")} == {
        "departments": 1,
        "accounts": 1,
        "sites": 0,
        "posts": 0,
        "comments": 0,
    }
    assert (told["account_days"], told["site_days"]) == (0, 0)


def test_cells_run_nothing(exported: ZipFile) -> None:
    cells = [cell for name in STORED for row in lines(exported, f"csv/{name}") for cell in row.values()]
    assert "'=1+1 is two" in cells
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"])))))
def test_a_column_is_made_safe_as_a_cell_is(texts: list[str | None]) -> None:
    import pyarrow as pa

    made = for_csv(pa.record_batch({"text": pa.array(texts, type=pa.string())})).column("text").to_pylist()
    assert made == [None if text is None else safe_cell(text) for text in texts]


def test_the_dictionary_explains_each_column(exported: ZipFile) -> None:
    explained = lines(exported, "dictionary")
    for name in STORED:
        rows = [row for row in explained if row["table"] == name]
        assert [row["column"] for row in rows] == list(parquet(exported, name).columns)
        assert all(row["meaning"] and row["type"] for row in rows)


def test_the_metadata_say_what_it_is(exported: ZipFile) -> None:
    package = json.loads(exported.read("metadata.json"))
    assert package["organisation"] == "Gemeente Waterstad"
    assert (package["licence"], package["demo"], package["texts_of_conversations"]) == ("not set", False, False)
    assert package["period"] == {"first": "2026-06-29", "last": "2026-06-30"}
    assert package["platforms"] == ["x"]
    assert package["definitions_version"] == definitions_version()
    made = datetime.strptime(package["created"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs((datetime.now(UTC) - made).total_seconds()) < 600
    page = exported.read("README.txt").decode()
    assert "may limit republishing" in page and "DEMO" not in page
    for resource in package["resources"]:
        assert {resource["path"], resource["parquet"]} <= set(exported.namelist())


def test_made_up_data_are_marked_wherever_they_go(store: Engine, tmp_path: Path) -> None:
    registers(store)
    with store.begin() as connection:
        connection.execute(metadata.tables["department"].update().values(is_demo=1))
    load(store, batch(posts=[post("1")], account_days=[day_value("2026-06-29", 5)]), is_demo=True)
    load(store, batch(posts=[post("2")], account_days=[day_value("2026-06-30", 6)]))
    write_open_export(store, ME, tmp_path / "out.zip")
    archive = ZipFile(tmp_path / "out.zip")
    assert json.loads(archive.read("metadata.json"))["demo"] is True
    assert archive.read("README.txt").decode().startswith("DEMO")
    assert parquet(archive, "posts").set_index("post_id")["is_demo"].to_dict() == {"1": True, "2": False}
    assert parquet(archive, "account_days").set_index("value")["is_demo"].to_dict() == {5.0: True, 6.0: False}
    assert "DEMO" in export_name(demo=True) and "DEMO" not in export_name(demo=False)


def test_an_empty_store_gives_empty_tables(store: Engine, tmp_path: Path) -> None:
    assert set(write_open_export(store, ME, tmp_path / "out.zip").values()) == {0}
    archive = ZipFile(tmp_path / "out.zip")
    for name in STORED:
        assert archive.read(f"csv/{name}.csv").count(b"\n") == 1, "the header alone"
    assert json.loads(archive.read("metadata.json"))["period"] == {"first": None, "last": None}


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, MemoryError])
def test_an_interrupted_export_leaves_what_was_there(
    filled: Engine, tmp_path: Path, error: type[BaseException]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "out.zip"
    path.write_bytes(b"the export of yesterday")

    def stop(share: float) -> None:
        if share > 0.5:
            raise error

    with pytest.raises(error):
        write_open_export(filled, ME, path, progress=stop)
    assert list(folder.iterdir()) == [path], "nothing half-made is left"
    assert path.read_bytes() == b"the export of yesterday"


def test_progress_goes_up_to_the_end(filled: Engine, tmp_path: Path) -> None:
    told: list[float] = []
    write_open_export(filled, ME, tmp_path / "out.zip", progress=told.append)
    assert told == sorted(told) and told[-1] == 1.0 and told[0] > 0


def test_many_rows_come_in_parts(filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_export.writing, "ROWS", 2)
    told: list[float] = []
    write_open_export(filled, ME, tmp_path / "out.zip", progress=told.append)
    assert len(told) > len(STORED)
    assert sorted(parquet(ZipFile(tmp_path / "out.zip"), "posts")["post_id"].dropna()) == ["1", "2"]


def test_the_command_line_exports(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", store_url)
    assert main(["export", str(tmp_path / "all.zip"), "--texts"]) == 0
    assert json.loads(ZipFile(tmp_path / "all.zip").read("metadata.json"))["texts_of_conversations"] is True
    folder = tmp_path / "out"
    folder.mkdir()
    assert main(["export", str(folder)]) == 0
    assert [path.name for path in folder.iterdir()] == [export_name(demo=False)]
    assert main(["export", str(tmp_path / "nowhere" / "all.zip")]) == 2
