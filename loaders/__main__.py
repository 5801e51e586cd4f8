"""`python -m loaders <command>`: look at exports, import and undo them, connect accounts, score, fill the demo city."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.connection_commands import COMMANDS, add_commands
from loaders.console import DONE, REFUSED, tell

if TYPE_CHECKING:
    from loaders.records import Batch


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 all done, 1 something refused, 2 wrong call. JSON goes to stdout, messages to stderr."""
    words = sys.argv[1:] if arguments is None else arguments
    given = _parser().parse_args(["--records=posts" if word == "--records" else word for word in words])
    command = {
        "formats": _formats,
        "inspect": _inspect,
        "import": _import,
        "undo": _undo,
        "score": _score,
        "demo": _demo,
        "template": _template,
        **COMMANDS,
    }
    return command[given.command](given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("formats", help="list the known formats: id, platform, kind, what it is")

    inspect = commands.add_parser("inspect", help="say what is in some files; stores nothing")
    inspect.add_argument("files", nargs="+", metavar="FILE", help="a file, a zip or a folder")
    answer = inspect.add_mutually_exclusive_group()
    answer.add_argument("--json", action="store_true", help="one report per table (the default)")
    answer.add_argument("--records", choices=["posts", "all"], help="one line per post; with =all per record")

    _add_answer(inspect)

    load = commands.add_parser("import", help="import files for a department")
    load.add_argument("files", nargs="+", metavar="FILE", help="a file, a zip or a folder")
    load.add_argument("--department", required=True, metavar="NAME", help="made when it is new")
    load.add_argument("--account", metavar="NAME", help="the account, for files that do not say it")
    load.add_argument("--json", action="store_true", help="print the load reports")
    _add_answer(load)

    undo = commands.add_parser("undo", help="take one import back")
    undo.add_argument("import_id", type=int, metavar="IMPORT_ID")

    add_commands(commands)

    score = commands.add_parser("score", help="work out topic and tone of what has none, as each import does")
    score.add_argument("--json", action="store_true", help="print what was done (the default)")

    demo = commands.add_parser("demo", help="fill the store with the demo city")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--posts", type=int, default=20_000)
    last = "the last day of its data"
    demo.add_argument("--end", type=date.fromisoformat, default="2026-09-30", metavar="YYYY-MM-DD", help=last)
    demo.add_argument("--remove", action="store_true", help="take the demo city out again")

    template = commands.add_parser("template", help="save a template to fill in, with an example")
    template.add_argument("name", choices=["posts", "comments", "account_days", "site_days", "campaigns", "monthly"])
    template.add_argument("path", metavar="PATH", type=Path, help="a name that ends in .csv or .xlsx")
    template.add_argument("--language", choices=["en", "nl"], default="en", help="the language of its headers")
    return parser


def _add_answer(command: argparse.ArgumentParser) -> None:
    text = "answer a question that a file leaves open, such as year=2024 (see `questions` in the report)"
    command.add_argument("--answer", action="append", default=[], type=_answer, metavar="NAME=VALUE", help=text)


def _answer(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is not NAME=VALUE")
    return name, value


def _formats(_given: argparse.Namespace) -> int:
    from loaders.files import formats

    for form in formats():
        print(form.id, form.platform, form.kind, form.description, sep="\t")
    return DONE


def _inspect(given: argparse.Namespace) -> int:
    from secrets import token_bytes

    from loaders.report import as_json, records
    from loaders.sources import batches

    key = token_bytes()  # of this call alone: nothing is stored, so no code has to be the same tomorrow
    reports, refused = [], False
    try:
        for _path, batch in batches(given.files, dict(given.answer)):
            if batch.error is not None:
                refused = True
                tell(batch.error, f"{batch.file}: ")
            if given.records is None:
                reports.append(as_json(batch))
                continue
            everything = given.records == "all"
            for record in records(_nameless(batch, key) if everything else batch, everything):
                print(json.dumps(record, ensure_ascii=False))
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    if given.records is None:
        entries = (json.dumps(report, ensure_ascii=False) for report in reports)  # indented it takes thrice the time
        print("[", ",\n".join(entries), "]", sep="\n")
    return REFUSED if refused else DONE


def _nameless(batch: "Batch", key: bytes) -> "Batch":
    from loaders.privacy import without_names  # with the database library, which the rest of `inspect` does without

    return without_names(batch, key)


def _import(given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store
    from loaders.commands import import_files, score_imported
    from loaders.report import came_to_nothing, lines

    try:
        engine, answers = open_store(), dict(given.answer)
        reports = import_files(engine, LOCAL_ADMINISTRATOR, given.files, given.department, given.account, answers)
    except StoreError as error:
        tell(error.message)
        return REFUSED
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    for report in reports:
        print(*lines(report), sep="\n", file=sys.stderr)
    if given.json:
        print(json.dumps(reports, ensure_ascii=False, indent=2), flush=True)
    try:
        score_imported(engine, LOCAL_ADMINISTRATOR, reports)
    except StoreError as error:
        tell(error.message)
        return REFUSED
    return REFUSED if any(map(came_to_nothing, reports)) else DONE


def _score(_given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store
    from loaders.commands import score_all

    try:
        found = score_all(open_store(), LOCAL_ADMINISTRATOR)
    except StoreError as error:
        tell(error.message)
        return REFUSED
    print(json.dumps(found))
    return DONE


def _undo(given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store
    from loaders.importer import undo

    try:
        undo(open_store(), LOCAL_ADMINISTRATOR, given.import_id)
    except StoreError as error:
        tell(error.message)
        return REFUSED
    return DONE


def _demo(given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store
    from loaders import demo

    try:
        engine = open_store()
        if given.remove:
            demo.remove(engine, LOCAL_ADMINISTRATOR)
        else:
            demo.load(engine, LOCAL_ADMINISTRATOR, seed=given.seed, posts=given.posts, end=given.end)
    except StoreError as error:
        tell(error.message)
        return REFUSED
    return DONE


def _template(given: argparse.Namespace) -> int:
    from loaders.templates import TEMPLATES
    from loaders.templates.writing import as_csv, as_xlsx

    make = {".csv": as_csv, ".xlsx": as_xlsx}.get(given.path.suffix.lower())
    if make is None:
        print("The name must end in .csv or .xlsx.", file=sys.stderr)
        return 2
    try:
        given.path.write_bytes(make(TEMPLATES[given.name], given.language))
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    return DONE


if __name__ == "__main__":
    sys.exit(main())
