"""`python -m loaders formats` and `inspect`: JSON alone on stdout, messages on stderr, exit codes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.files.reading import limits

SAMPLES = Path(__file__).parents[1] / "samples"
TWEETS = SAMPLES / "x_analytics" / "tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv"


def test_inspect_is_a_command_of_its_own() -> None:
    """In a fresh process, where no test has imported anything before."""
    command = [sys.executable, "-m", "loaders", "inspect", str(TWEETS)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=True)
    assert json.loads(done.stdout)[0]["format"] == "x_analytics_posts"


def test_formats_are_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert all(len(line) == 4 for line in lines)
    assert ["x_analytics_posts", "x", "posts"] in [line[:3] for line in lines]


def test_inspect_starts_on_its_own_and_without_the_database_library() -> None:
    code = "import sys; from loaders.__main__ import main; main(sys.argv[1:]); print('sqlalchemy' in sys.modules)"
    command = [sys.executable, "-c", code, "inspect", str(TWEETS), "--records"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    *records, loaded = done.stdout.splitlines()
    assert len(records) == 4
    assert loaded == "False"


@pytest.mark.parametrize("flags", [["--json"], []])
def test_inspect_prints_one_entry_for_each_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, flags: list[str]
) -> None:
    for file in (SAMPLES / "linkedin").glob("*_content_174168000000?.xls*"):
        if file.suffix != ".jsonl":
            shutil.copy(file, tmp_path / file.name)
    assert main(["inspect", str(tmp_path), str(TWEETS), *flags]) == 0
    captured = capsys.readouterr()
    entries = json.loads(captured.out)
    assert [entry["format"] for entry in entries] == ["linkedin_days", "linkedin_posts"] * 3 + ["x_analytics_posts"]
    assert entries[-1]["file"] == str(TWEETS)
    assert entries[0]["file"].endswith("es_content_1741680000001.xlsx!Indicadores")
    assert captured.err == ""


def test_something_refused_is_exit_code_1_and_the_rest_is_done(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    shutil.copy(TWEETS, tmp_path / TWEETS.name)
    (tmp_path / ".hidden").write_text("x")
    assert main(["inspect", str(tmp_path), "--json"]) == 1
    captured = capsys.readouterr()
    assert [entry["format"] for entry in json.loads(captured.out)] == [None, "x_analytics_posts"]
    assert "PNG" in captured.err


def test_a_large_file_is_refused_without_being_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)  # takes no space on the disk
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("was read"))
    assert main(["inspect", str(large), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["error"]["code"] == "too_large"


@pytest.mark.parametrize("flag", ["--records", "--records=posts", "--records=all"])
def test_records_are_one_line_each(capsys: pytest.CaptureFixture[str], flag: str) -> None:
    assert main(["inspect", flag, str(TWEETS)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["type"] for line in lines] == ["reply", "post", "post", "reply"]
    assert ("kind" in lines[0]) == (flag == "--records=all")


def test_citizens_are_not_named(capsys: pytest.CaptureFixture[str]) -> None:
    sample = SAMPLES / "facepager" / "facebook_posts_and_comments.csv"
    assert main(["inspect", "--records=all", str(sample)]) == 0
    printed = capsys.readouterr().out
    comments = [line for line in map(json.loads, printed.splitlines()) if line["kind"] == "comments"]
    assert [line["is_own"] for line in comments] == [False, True, False]
    assert "Wilma" not in printed
    assert len(comments[0]["author"]) == 32
    assert comments[1]["author"] is None


def test_a_wrong_call_is_exit_code_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["inspect", str(tmp_path / "nothing.csv")]) == 2
    assert capsys.readouterr().out == ""
    for arguments in ([], ["inspect"], ["nonsense"], ["import", "x.csv"], ["undo", "one"]):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
