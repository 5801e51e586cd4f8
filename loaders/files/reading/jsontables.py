"""JSON as a table: an array of objects, an object that holds one, or one object a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.files.reading.build import build
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.table import Table
from metrics.words import N_, Message


def read_json(name: str, file_name: str, data: bytes) -> Table:
    """The table of a JSON file; nested objects become columns such as `counts.likes`.

    `line` is the line for one-object-a-line files, else the number of the object.
    """
    items = _items(encoding_of(data).text(data))
    rows = [_flat(item) for item in items if isinstance(item, Mapping)]
    if not rows:
        text = N_("This JSON file holds no list of records. Load an export with one object for each post.")
        raise UnreadableError(Message("no_records", text))
    header = list(dict.fromkeys(key for row in rows for key in row))
    records = ((line, [row.get(key, "") for key in header]) for line, row in enumerate(rows, start=1))
    return build(name, file_name, header, records)


def _items(text: str) -> list[Any]:
    try:
        return _longest_list(json.loads(text))
    except RecursionError as error:
        raise _damaged() from error
    except ValueError:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise _damaged() from error


def _longest_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    lists = [member for member in value.values() if isinstance(member, list)] if isinstance(value, dict) else []
    return max(lists, key=len, default=[value])


def _flat(item: Mapping[str, Any]) -> dict[str, str]:
    return dict(_leaves("", item))


def _leaves(path: str, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        place = f"{path}.{key}" if path else str(key)
        if isinstance(value, Mapping):
            yield from _leaves(place, value)
        elif value is None:
            yield place, ""
        elif isinstance(value, str):
            yield place, value.encode("utf-8", "replace").decode().replace("\x00", "")  # half characters, no text
        elif isinstance(value, bool):
            yield place, "1" if value else "0"
        else:
            yield place, json.dumps(value, ensure_ascii=False)


def _damaged() -> UnreadableError:
    text = N_("This JSON file is damaged or incomplete and cannot be read. Download it again.")
    return UnreadableError(Message("damaged_json", text))
