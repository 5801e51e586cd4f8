"""`python -m data <command>`: looking after the store."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.access import LOCAL_ADMINISTRATOR
from data.errors import StoreError
from data.open_export import export_name, write_open_export
from data.queries.coverage import has_demo
from data.retention import enforce
from data.store import open_store


def upgrade() -> int:
    """Make the store, or bring it to the tables this version needs; repeating it does no harm."""
    engine = open_store()
    print(f"The store is up to date: {engine.url.render_as_string()}", file=sys.stderr)
    return 0


def export(path: Path, texts: bool) -> int:
    """Save everything that is stored as CSV and Parquet in one zip, without citizens' texts unless asked for."""
    engine = open_store()
    where = path / export_name(has_demo(engine, LOCAL_ADMINISTRATOR), texts) if path.is_dir() else path
    try:
        rows = write_open_export(engine, LOCAL_ADMINISTRATOR, where, texts=texts)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{where}: {sum(rows.values())} rows in {len(rows)} tables", file=sys.stderr)
    return 0


def retention() -> int:
    """Take out what platforms' terms let nobody keep any longer; safe to interrupt and repeat."""
    count = enforce(open_store(), LOCAL_ADMINISTRATOR)
    print(f"{count} imports were taken out", file=sys.stderr)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("upgrade", help=upgrade.__doc__)
    commands.add_parser("retention", help=retention.__doc__)
    out = commands.add_parser("export", help=export.__doc__)
    out.add_argument("path", metavar="PATH", type=Path, help="a zip file to write, or a folder to put it in")
    out.add_argument("--texts", action="store_true", help="with what citizens wrote, masked")
    given = parser.parse_args(arguments)
    try:
        if given.command == "export":
            return export(given.path, given.texts)
        return upgrade() if given.command == "upgrade" else retention()
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
