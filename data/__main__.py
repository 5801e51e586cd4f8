"""`python -m data <command>`: looking after the store."""

import argparse
import sys
from collections.abc import Sequence

from data.errors import StoreError
from data.store import open_store


def upgrade() -> int:
    """Make the store, or bring it to the tables this version needs; repeating it does no harm."""
    engine = open_store()
    print(f"The store is up to date: {engine.url.render_as_string()}", file=sys.stderr)
    return 0


COMMANDS = {"upgrade": upgrade}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.__doc__)
    try:
        return COMMANDS[parser.parse_args(arguments).command]()
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
