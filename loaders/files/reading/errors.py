"""The one exception of reading: the file or table is refused, and its message says what to do."""

from loaders.files.reading.headers import Header
from metrics.words import Message


class UnreadableError(Exception):
    """A file or table cannot be read. `message` is for the reader of the page.

    `header` is that of a table that has nothing below it, which still tells what the export is.
    """

    def __init__(self, message: Message, header: Header | None = None) -> None:
        super().__init__(message.english())
        self.message = message
        self.header = header
