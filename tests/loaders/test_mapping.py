"""Column mappings: suggested from names and cells, saved as text, applied to files of no known format."""

from pathlib import Path

import pytest

from loaders.files import read_files
from loaders.files.reading.errors import UnreadableError
from loaders.mapping import FIELDS, MappingError, MappingSpec, apply, preview_table, suggest
from loaders.records import Batch

OTHER = Path(__file__).parents[1] / "samples" / "other"
TWEETS = (
    "created_at,text,url,replies,retweets,favorites,user\n"
    '10/16/17 22:59,"Dank, &amp; tot morgen",https://twitter.com/waterstad/status/920061541986250758,1,2,3,waterstad\n'
    "10/2/17 12:41,@inwoner Graag gedaan,https://twitter.com/waterstad/status/914832655170011137,4,5,6,waterstad\n"
    "9/20/17 16:32,RT @museum: Open dag,https://twitter.com/waterstad/status/910542207991590917,7,8,9,waterstad\n"
)


def suggested(text: str, name: str = "file.csv") -> MappingSpec:
    return suggest(preview_table(name, text.encode()))


def applied(spec: MappingSpec, text: str | bytes, name: str = "file.csv") -> Batch:
    (batch,) = apply(spec, name, text if isinstance(text, bytes) else text.encode())
    assert batch.rows_read == batch.rows_kept + len({r.row for r in batch.rejected}) + batch.duplicates
    return batch


def asked(spec: MappingSpec) -> list[str]:
    return [question.code for question in spec.questions]


def test_tweets_without_a_known_header() -> None:
    spec = suggested(TWEETS)
    assert (spec.platform, spec.kind, spec.date_format, spec.questions) == ("x", "posts", "%m/%d/%y %H:%M", ())
    batch = applied(spec, TWEETS)
    assert batch.posts["post_id"].tolist() == ["920061541986250758", "914832655170011137"]
    assert batch.posts["published_ts"].tolist() == [1508194740, 1506948060]
    assert batch.posts["type"].tolist() == ["post", "reply"]
    assert batch.posts["text"][0] == "Dank, & tot morgen"
    assert batch.posts[["comments", "shares", "likes"]].iloc[0].tolist() == [1, 2, 3]
    assert [(r.row, r.column, r.reason.code) for r in batch.rejected] == [(4, "text", "repost")]
    assert batch.warnings == []  # the times are UTC: those inside the ids agree


def test_a_dutch_file_with_date_and_time_apart() -> None:
    data = (OTHER / "berichten.csv").read_bytes()
    spec = suggest(preview_table("berichten.csv", data))
    assert spec.columns == {
        "account": "Kanaal",
        "published_at": "Datum",
        "published_time": "Tijd",
        "text": "Bericht",
        "permalink": "Link",
        "impressions": "Weergaven",
        "likes": "Likes",
        "comments": "Reacties",
        "shares": "Gedeeld",
    }
    assert asked(spec) == ["which_zone"]
    local = MappingSpec("ours", "mastodon", "posts", spec.columns, spec.date_format, "Europe/Amsterdam")
    batch = applied(local, data, "berichten.csv")
    assert batch.posts["published_ts"][0] == 1746171000  # 2 May 2025, 9:30 in summer time
    assert batch.posts["impressions"].tolist() == [1000, 1100, 1300, 1400, 1500]
    assert set(batch.posts["missing"].str[1]) == {"p"}  # no reach on Mastodon
    assert "é" in batch.posts["text"][0]


def test_daily_figures_of_a_website() -> None:
    data = (OTHER / "dagcijfers.csv").read_bytes()
    batch = applied(suggest(preview_table("dagcijfers.csv", data)), data)
    assert (batch.kind, batch.platform, len(batch.site_days)) == ("site_days", "website", 21)
    assert batch.site_days.iloc[2].tolist() == [2, "www.waterstad.example", "2025-05-01", "downloads", 1.0]


def test_comments_and_own_replies() -> None:
    data = (OTHER / "comments.json").read_bytes()
    batch = applied(suggest(preview_table("comments.json", data)), data, "comments.json")
    assert batch.kind == "comments"
    assert batch.comments["is_own"].tolist() == [True, False, True, False]
    assert batch.comments["mentions"][0] == ["inwoner4"]
    assert batch.comments["likes"].tolist() == [0, 1, 2, 3]  # nested: counts.likes


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Veröffentlicht am;Beitrag;Gefällt mir;Kommentare;Geteilt", {"likes", "comments", "shares"}),
        ("Date de publication;Message;J'aime;Commentaires;Partages", {"likes", "comments", "shares"}),
        ("Fecha de publicación;Mensaje;Me gusta;Comentarios;Compartidos", {"likes", "comments", "shares"}),
        ("Data de publicação;Mensagem;Curtidas;Comentários;Compartilhamentos", {"likes", "comments", "shares"}),
        ("Publicatiedatum;Bericht;Likes;Reacties;Gedeeld", {"likes", "comments", "shares"}),
        ("Created at;Message;Likes;Comments;Shares", {"likes", "comments", "shares"}),
    ],
)
def test_six_languages(header: str, columns: set[str]) -> None:
    spec = suggested(f"{header}\n13-02-2025;Hallo allemaal;1;2;3\n")
    assert set(spec.columns) == {"published_at", "text"} | columns


@pytest.mark.parametrize(
    ("dates", "pattern"),
    [
        (["13/02/2025", "01/02/2025"], "%d/%m/%Y"),
        (["02/13/2025", "01/02/2025"], "%m/%d/%Y"),
        (["01.02.25", "02.02.25"], "%d.%m.%y"),
        (["2025-02-01 10:00", "2025-02-01"], "%Y-%m-%d %H:%M | %Y-%m-%d"),
        (["2025-02-01T10:00:00.000Z"], "%Y-%m-%dT%H:%M:%S.%f%z"),
        (["02/13/2025 2:05 PM"], "%m/%d/%Y %I:%M %p"),
        (["Fri Dec 31 15:59:00 +0000 2021"], "%a %b %d %H:%M:%S %z %Y"),
        (["Aug 19, 2011"], "%b %d, %Y"),
        (["1640966353"], "unix"),
        (["01/02/2025", "02/02/2025", "03/02/2025", "01/03/2025", "02/03/2025"], "%d/%m/%Y"),  # in order only so
    ],
)
def test_the_date_format_by_evidence(dates: list[str], pattern: str) -> None:
    text = "created_at,text\n" + "".join(f'"{date}",Hallo daar {i}\n' for i, date in enumerate(dates))
    spec = suggested(text)
    assert spec.date_format == pattern
    assert applied(spec, text).rows_kept == len(dates)


def test_times_inside_ids_decide_between_day_and_month() -> None:
    text = "created_at,text,url\n10/11/2017 08:00,Hoi allemaal,https://x.com/a/status/918024862347968512\n"
    assert suggested(text).date_format == "%m/%d/%Y %H:%M"  # the id says 11 October


def test_without_evidence_the_question_is_asked_and_nothing_is_guessed() -> None:
    text = "date,text,likes\n03/04/2025,hello there,3\n05/04/2025,bye now,4\n"
    spec = suggested(text)
    assert asked(spec) == ["ambiguous_dates"]
    batch = applied(spec, text)
    assert batch.error is not None
    assert (batch.error.code, batch.rows_kept) == ("ambiguous_dates", 0)


def test_the_header_is_found_below_other_lines() -> None:
    spec = MappingSpec("", "other", "posts", {"published_at": "wanneer", "text": "wat"}, "%Y-%m-%d")
    batch = applied(spec, "Export van mei\n\nwanneer,wat\n2025-05-01,Hoi\nTotaal,\n")
    assert (batch.posts["line"].tolist(), batch.rows_read) == ([4], 1)


def test_posts_without_id_or_link_get_a_lasting_one() -> None:
    spec = MappingSpec("", "other", "posts", {"published_at": "d", "text": "t"}, "%Y-%m-%d")
    text = "d,t\n2025-05-01,Hoi\n2025-05-01,Hoi\n2025-05-02,Hoi\n"
    first, again = applied(spec, text), applied(spec, text)
    assert first.posts["post_id"].tolist() == again.posts["post_id"].tolist()
    assert (first.rows_kept, first.duplicates) == (2, 1)


def test_a_table_without_the_columns_says_which_are_missing() -> None:
    spec = MappingSpec("", "other", "posts", {"published_at": "wanneer", "text": "wat"}, "%Y-%m-%d")
    batch = applied(spec, "date,text\n2025-05-01,Hoi\n")
    assert batch.error is not None
    assert "wanneer, wat" in batch.error.english()


def test_batches_have_the_names_that_reading_gives() -> None:
    data = (OTHER.parent / "linkedin" / "gemeente-waterstad_content_1741680000000.xlsx").read_bytes()
    spec = MappingSpec("", "linkedin", "posts", {"published_at": "Created date", "text": "Post title"}, "%m/%d/%Y")
    mapped = apply(spec, "x.xlsx", data)
    assert [batch.file for batch in mapped] == [batch.file for batch in read_files([("x.xlsx", data)])]
    assert [batch.error is None for batch in mapped] == [False, True]


@pytest.mark.parametrize("text", ["to_json", "to_yaml"])
def test_a_mapping_survives_saving(text: str) -> None:
    spec = MappingSpec(
        "Onze CRM: één", "other", "posts", {"published_at": "Datum", "likes": "👍"}, "%d-%m-%Y", decimal=","
    )
    assert MappingSpec.from_text(getattr(spec, text)()) == spec


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a mapping",
        "[1, 2]",
        "{a: [}",
        "platform: x\nkind: posts\ncolumns: 3",
        "platform: nowhere\nkind: posts\ncolumns: {text: t}",
        "platform: x\nkind: audience\ncolumns: {text: t}",
        "platform: x\nkind: posts\ncolumns: {colour: t}",
        "platform: x\nkind: posts\ncolumns: {text: t}\ntime_zone: Middle/Earth",
        "platform: x\nkind: posts\ncolumns: {text: t}\ndecimal: '*'",
        "!!python/object/apply:os.system ['true']",
    ],
)
def test_a_text_that_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(MappingError) as refused:
        MappingSpec.from_text(text)
    assert refused.value.message.english()


def test_a_needed_field_that_is_not_mapped_is_told() -> None:
    for kind in FIELDS:
        batch = applied(MappingSpec("", "website", kind, {FIELDS[kind][0]: "a"}), "a,b\n1,2\n")
        assert batch.error is not None
        assert batch.error.code == "mapping_incomplete"


def test_a_file_that_cannot_be_read_has_no_preview() -> None:
    with pytest.raises(UnreadableError):
        preview_table("photo.csv", b"\x89PNG\r\n\x1a\n")
    batch = applied(MappingSpec("", "x", "posts", {"published_at": "a"}), b"\x89PNG\r\n\x1a\n")
    assert batch.error is not None
