"""Loading exports on the data page: from files in the uploader to rows in the store, in words on the page."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from data import mappings
from data.access import LOCAL_ADMINISTRATOR
from data.registers import accounts, departments, sites
from data.schema import account_day, comment, post, post_score
from data.store import open_store
from loaders.files import formats
from loaders.mapping import MappingSpec
from metrics.periods import to_day
from tests.pages.made_up_exports import IMAGE, X_NAME, File, table, unknown_table, x_posts

SAMPLES = Path(__file__).parent.parent / "samples"
OpenPage = Callable[..., AppTest]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store that is empty."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def data_page(open_page: OpenPage, url: str) -> Callable[..., AppTest]:
    """The data page with files in the uploader."""

    def opened(files: Sequence[File] = (), language: str = "en") -> AppTest:
        at = open_page("data", url=url, language=language)
        return upload(at, files) if files else at

    return opened


def upload(at: AppTest, files: Sequence[File]) -> AppTest:
    return at.file_uploader[0].set_value(list(files)).run()


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.error, at.warning, at.info, at.success, at.header, at.expander)
    return "\n".join(str(getattr(element, "value", None) or element.label) for kind in kinds for element in kind)


def field(widgets: Sequence, start: str):  # type: ignore[no-untyped-def,type-arg]
    return next(widget for widget in widgets if (widget.key or "").startswith(start))


def load(at: AppTest, department: str = "Sport") -> AppTest:
    """Give the one new account a department, and load."""
    field(at.text_input, "new_department_").set_value(department).run()
    return at.button(key="load_go").click().run()


def stored(url: str, what=post) -> int:  # type: ignore[no-untyped-def]
    with open_store(url).connect() as connection:
        return int(connection.scalar(select(func.count()).select_from(what)) or 0)


def test_files_are_previewed_and_nothing_is_stored(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([x_posts(3)])
    assert not at.exception
    said = words(at)
    assert "1 table is ready to load" in said
    assert "voorbeeldstad" in said
    assert "29 July 2025" in said
    assert "X never gives: Reach" in said
    assert "The swimming pool is open again" in at.table[-1].value.to_string()
    assert stored(url) == 0


def test_load_then_the_same_file_again_changes_nothing(data_page: Callable[..., AppTest], url: str) -> None:
    at = load(data_page([x_posts(3)]))
    assert at.success[0].value == "Done: 3 new rows."
    assert (stored(url), stored(url, post_score)) == (3, 3)
    at.button(key="load_more").click().run()
    upload(at, [x_posts(3)])
    assert "loaded before" in words(at)
    at.button(key="load_go").click().run()
    assert at.success[0].value == "Nothing changed: 3 rows were already here, with the same figures."
    assert stored(url) == 3


def test_a_newer_export_brings_newer_figures(data_page: Callable[..., AppTest]) -> None:
    at = load(data_page([x_posts(3)]))
    at.button(key="load_more").click().run()
    at = upload(at, [x_posts(4, likes="8.0")]).button(key="load_go").click().run()
    assert at.success[0].value == "Done. New rows: 1. Rows with newer figures: 3."


def test_counts_that_fell_are_told_before_and_after_loading(data_page: Callable[..., AppTest], url: str) -> None:
    at = load(data_page([x_posts(3, likes="40.0")]))
    at.button(key="load_more").click().run()
    at = upload(at, [x_posts(3, likes="9.0")])
    before = [one.value for one in at.warning]
    assert [one for one in before if "3 posts have fewer likes than in the export of" in one and "Rows 2, 3, 4" in one]
    with open_store(url).connect() as connection:
        assert set(connection.scalars(select(post.c.likes))) == {40}, "nothing is loaded yet"
    at.button(key="load_go").click().run()
    assert [one.value for one in at.warning if "3 posts have fewer likes" in one.value]
    assert len(at.warning) == 1


def test_counts_that_grew_are_no_news(data_page: Callable[..., AppTest]) -> None:
    at = load(data_page([x_posts(3, likes="40.0")]))
    at.button(key="load_more").click().run()
    assert not upload(at, [x_posts(3, likes="41.0")]).warning


def test_an_assignment_is_remembered(data_page: Callable[..., AppTest], url: str) -> None:
    load(data_page([x_posts(1)]))
    [account] = accounts(open_store(url), LOCAL_ADMINISTRATOR)["id"]
    august = X_NAME.replace("20250701_20250801", "20250801_20250901")
    at = data_page([x_posts(2, august, first=10)])
    assert field(at.selectbox, "account_").value == account
    assert "remembered from last time" in words(at)
    assert not [one for one in at.selectbox if (one.key or "").startswith("department_")]


def test_an_account_that_exists_is_suggested_by_its_handle(data_page: Callable[..., AppTest], url: str) -> None:
    from data.registers import add_account, add_department

    store = open_store(url)
    department = add_department(store, LOCAL_ADMINISTRATOR, "Sport")
    account = add_account(store, LOCAL_ADMINISTRATOR, department, "x", "VoorbeeldStad")
    assert field(data_page([x_posts(1)]).selectbox, "account_").value == account


def test_without_a_department_nothing_is_loaded(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([x_posts(1)]).button(key="load_go").click().run()
    assert "Choose a department for voorbeeldstad" in at.error[0].value
    assert stored(url) == 0


def test_rows_can_be_left_out(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([x_posts(1)])
    field(at.selectbox, "account_").set_value("skip").run()
    at.button(key="load_go").click().run()
    assert "You chose to load nothing" in at.error[0].value
    assert stored(url) == 0


def test_one_department_for_several_new_accounts(data_page: Callable[..., AppTest], url: str) -> None:
    link = {"Tweet permalink": "https://twitter.com/parkenstad/status/1950158310840729600"}
    at = data_page([x_posts(1), x_posts(1, "parken.csv", first=5, **link)])
    at.selectbox(key="department_for_all").set_value("new").run()
    load(at, "Communicatie")
    assert departments(open_store(url), LOCAL_ADMINISTRATOR)["accounts"].tolist() == [2]


def test_the_same_file_twice_counts_once(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([x_posts(2), ("copy.csv", *x_posts(2)[1:])])
    assert "copy\\.csv is the same file as another one" in words(at)
    load(at)
    assert stored(url) == 2


def test_a_file_that_is_refused_says_why_and_stores_nothing(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([IMAGE, ("empty.csv", b"", "text/csv")])
    said = words(at)
    assert "2 tables cannot be loaded" in said
    assert "PNG image" in said
    assert "This file is empty" in said
    assert not [one for one in at.button if one.key == "load_go"]
    assert stored(url) == 0


def test_rejected_rows_are_shown_with_row_column_and_reason(data_page: Callable[..., AppTest]) -> None:
    name, content, mime = x_posts(2)
    at = data_page([(name, content + b'"one","cell","too","many"' + b',"x"' * 20 + b"\r\n", mime)])
    assert "1 left out" in words(at)
    [row] = next(one.value for one in at.table if "Reason" in one.value.columns).to_dict("records")
    assert row["Row in the file"] == "4"
    assert "This row has 24 cells" in row["Reason"]


def test_names_and_texts_from_files_stay_texts(data_page: Callable[..., AppTest]) -> None:
    evil = "[click](javascript:alert(1)) <img src=x onerror=alert(1)> :smile: **b**"
    at = data_page([x_posts(1, **{"Tweet text": evil}), (f"{evil}.csv", IMAGE[1], "text/csv")])
    shown = [str(one.value) for one in at.markdown] + [at.table[-1].value.to_string()]
    for text in shown:
        for live in ("[click](", " <img", ":smile:", " **b**"):
            assert live not in text


def test_a_click_reads_no_file_again(data_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    import pages._data.uploads as uploads

    read, really = [], uploads.read_file
    monkeypatch.setattr(uploads, "read_file", lambda *given: read.append(1) or really(*given))
    at = data_page([x_posts(2)])
    field(at.selectbox, "account_").set_value("skip").run()
    at.run()
    assert len(read) == 1


def test_a_saved_mapping_that_fits_is_offered_and_used(data_page: Callable[..., AppTest], url: str) -> None:
    spec = MappingSpec(
        "Wijkberichten",
        "facebook",
        "posts",
        {"published_at": "geplaatst", "text": "bericht", "account": "pagina", "likes": "likes", "comments": "reacties"},
        time_zone="Europe/Amsterdam",
    )
    mappings.save(open_store(url), LOCAL_ADMINISTRATOR, spec.name, spec.to_json())
    at = data_page([unknown_table(4)])
    assert "1 table needs your help" in words(at)
    field(at.button, "fit_").click().run()
    assert "Facebook, by the mapping “Wijkberichten”" in words(at)
    load(at)
    assert at.success[0].value == "Done: 4 new rows."
    with open_store(url).connect() as connection:
        likes = connection.scalars(select(post.c.likes).order_by(post.c.published_ts)).all()
    assert likes == [13, 14, 15, 16]


def test_what_citizens_wrote_is_not_shown(data_page: Callable[..., AppTest], url: str) -> None:
    spec = MappingSpec(
        "Reacties",
        "facebook",
        "comments",
        {"comment_id": "id", "post_id": "post", "author": "from", "published_at": "when", "text": "message"},
    )
    mappings.save(open_store(url), LOCAL_ADMINISTRATOR, spec.name, spec.to_json())
    row = {
        "id": "c1",
        "post": "p1",
        "from": "Jet de Boer",
        "when": "2026-02-13 10:00",
        "message": "Bel mij: 0612345678",
    }
    at = data_page([table("comments.csv", [row])])
    field(at.button, "fit_").click().run()
    shown = words(at) + "".join(one.value.to_string() for one in at.table)
    assert "Jet de Boer" not in shown
    assert "0612345678" not in shown
    field(at.text_input, "handle_").set_value("Voorbeeldstad")
    load(at)
    assert stored(url, comment) == 1


def test_an_import_can_be_undone(data_page: Callable[..., AppTest], url: str) -> None:
    at = load(data_page([x_posts(3)]))
    at.session_state["data_tab"] = "Loaded before"
    at.run()
    field(at.button, "undo_").click().run()
    field(at.button, "undo_no_").click().run()
    assert stored(url) == 3
    field(at.button, "undo_").click().run()
    field(at.button, "undo_yes_").click().run()
    assert not at.exception
    assert "is undone" in words(at)
    assert stored(url) == 0


def test_the_page_speaks_dutch(data_page: Callable[..., AppTest]) -> None:
    at = data_page([x_posts(1), IMAGE], language="nl")
    assert not at.exception
    assert "29 juli 2025" in words(at)


def test_a_saved_mapping_that_cannot_be_read_is_named_and_left_out(data_page: Callable[..., AppTest], url: str) -> None:
    mappings.save(open_store(url), LOCAL_ADMINISTRATOR, "Oud", '{"columns": {}, "platform": "x", "kind": "gone"}')
    at = data_page([unknown_table(2)])
    assert not at.exception
    assert "The saved mapping “Oud” cannot be used" in words(at)


@pytest.mark.slow
def test_the_demo_city_comes_and_goes_with_one_click(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page()
    at.default_timeout = 300
    at.button(key="demo_load").click().run()
    assert not at.exception
    assert "The demo city is loaded" in at.success[0].value
    assert stored(url) > 10_000
    at.button(key="demo_remove").click().run()
    assert not at.exception
    assert "The demo city is removed" in at.success[0].value
    assert stored(url) == 0


def overview_of_tiktok() -> File:
    """Days without a year, as TikTok Studio writes them."""
    rows = "".join(f'"March {day}","{day}0","{day}","1","0","0"\n' for day in range(1, 6))
    text = "\ufeff" + '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n' + rows
    return "Overview.csv", text.encode(), "text/csv"


def test_a_year_that_no_file_tells_is_asked(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([overview_of_tiktok()])
    assert not at.exception
    assert any("needs your help" in badge.proto.body for badge in at.main if badge.type == "markdown")
    assert all(button.key != "load_go" for button in at.button)  # nothing can be loaded before the answer
    field(at.selectbox, "ask_year_").set_value("2024").run()
    assert "1 March 2024" in words(at)
    field(at.text_input, "handle_").set_value("waterstad").run()
    assert not load(at).exception
    assert stored(url, account_day) > 0
    with open_store(url).connect() as connection:
        days = connection.scalars(select(account_day.c.day).distinct()).all()
    assert sorted(days) == [to_day(date(2024, 3, day)) for day in range(1, 6)]


def test_strangers_in_a_file_of_many_accounts_are_not_offered(data_page: Callable[..., AppTest]) -> None:
    header = "id,thread_id,timestamp,author,body,like_count,link\n"
    rows = "".join(
        f"{n},{n},2024-05-06 10:00:00,citizen{n},Hello,1,https://bsky.app/profile/citizen{n}/post/{n}\n"
        for n in range(30)
    )
    at = data_page([("dump.csv", (header + rows).encode(), "text/csv")])
    assert not at.exception
    assert "This file names 30 accounts" in words(at)
    assert not [box for box in at.selectbox if (box.key or "").startswith("account_")]
    assert "citizen7" not in words(at)


def sample(name: str, called: str | None = None) -> File:
    """A file of `tests/samples`, under a name of its own."""
    return called or name.rpartition("/")[2], (SAMPLES / name).read_bytes(), ""


def test_a_day_that_no_file_tells_is_asked_and_only_a_day_is_taken(data_page: Callable[..., AppTest]) -> None:
    at = data_page([sample("ga4/no_preamble.csv")])
    assert not at.expander[-1].label.startswith("2 rows are left out")  # they are not, once the day is known
    for typed, said in (("3 March 2026", "is not a date"), ("20260303", "is not a date"), ("2999-01-01", "to come")):
        field(at.text_input, "ask_start_date_").set_value(typed).run()
        assert said in at.error[0].value, typed
        assert not at.exception
    field(at.text_input, "ask_start_date_").set_value(" 2026-03-03 ").run()
    assert not at.error
    assert "3 March 2026 – 4 March 2026" in words(at)


def test_what_several_tables_of_a_file_leave_open_is_asked_once(data_page: Callable[..., AppTest]) -> None:
    at = data_page([sample("meta_page/Audience.csv"), sample("meta_page/Visits (1).csv")])
    (question,) = [box for box in at.selectbox if (box.key or "").startswith("ask_")]
    question.set_value("facebook").run()
    assert not [box for box in at.selectbox if (box.key or "").startswith("ask_")]
    assert any("6 tables are ready to load" in badge.proto.body for badge in at.main if badge.type == "markdown")


def test_files_without_a_name_can_be_of_one_account(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([sample("tiktok/business_overview.csv"), sample("tiktok/Overview_2025-03-09.csv")])
    at.selectbox(key="same_tiktok").set_value("all").run()
    assert "business\\_overview\\.csv and Overview\\_2025\\-03\\-09\\.csv" in words(at)
    field(at.text_input, "handle_").set_value("waterstad").run()
    assert not load(at).exception
    assert accounts(open_store(url), LOCAL_ADMINISTRATOR)["handle"].tolist() == ["waterstad"]
    assert "Done: 6 new rows." in at.success[0].value


def test_one_name_for_two_files_is_one_account(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([sample("tiktok/business_overview.csv"), sample("tiktok/Overview_2025-03-09.csv")])
    at.selectbox(key="department_for_all").set_value("new").run()
    for handle in [box for box in at.text_input if (box.key or "").startswith("handle_")]:
        handle.set_value("Waterstad")
    load(at.run())
    assert not at.exception
    assert accounts(open_store(url), LOCAL_ADMINISTRATOR)["handle"].tolist() == ["Waterstad"]


def test_files_beside_one_that_names_the_account_are_of_that_account(
    data_page: Callable[..., AppTest], url: str
) -> None:
    at = data_page([sample("tiktok/studio.zip")])
    assert [box.value for box in at.selectbox if (box.key or "").startswith("account_")][1].startswith("same:")
    assert not load(at).exception
    assert accounts(open_store(url), LOCAL_ADMINISTRATOR)["handle"].tolist() == ["gemeente.waterstad"]


def test_a_website_that_is_not_called_by_its_address_gets_one(data_page: Callable[..., AppTest], url: str) -> None:
    at = data_page([sample("matomo/scheduled_report.csv")])
    assert "called Waterstad in scheduled" in words(at)
    at.button(key="load_go").click().run()
    assert "Type the address of the website" in at.error[0].value
    field(at.text_input, "handle_").set_value("www.waterstad.example").run()
    assert not load(at).exception
    assert sites(open_store(url), LOCAL_ADMINISTRATOR)["host"].tolist() == ["www.waterstad.example"]


def test_tables_that_hold_nothing_are_named_together(data_page: Callable[..., AppTest]) -> None:
    at = data_page([sample("x_archive/twitter-2022-11-01.zip")])
    said = words(at)
    assert "7 tables hold nothing to load: see why" in said
    assert "data/manifest\\.js" in said
    assert not any("cannot be loaded" in badge.proto.body for badge in at.main if badge.type == "markdown")


def test_a_reason_is_shown_in_full(data_page: Callable[..., AppTest]) -> None:
    at = data_page([sample("templates/sjabloon-berichten.csv")])
    reasons = "\n".join(table.value.to_string() for table in at.table)
    assert "mastodon, bluesky, other" in reasons


def test_labels_of_groups_are_shown_as_they_are(data_page: Callable[..., AppTest]) -> None:
    at = data_page([sample("youtube/by_age.csv")])
    assert "65\\+ years" in at.table[-1].value.to_string()  # escaped once: the table reads Markdown


def test_all_that_is_recognised_of_a_platform_is_listed_in_full(data_page: Callable[..., AppTest]) -> None:
    at = data_page()
    for platform in ("facebook", "other"):
        at.selectbox(key="recognised").set_value(platform).run()
        said = words(at)
        for known in (known for known in formats() if known.platform == platform):
            assert f"- {known.description}" in said
