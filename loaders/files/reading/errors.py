"""The one exception of reading: the file or table is refused, and its message says what to do."""

from metrics.words import Message


class UnreadableError(Exception):
    """A file or table cannot be read. `message` is for the reader of the page."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.english())
        self.message = message
