"""How commands end, and how they talk to people."""

import sys

from metrics.words import Message

DONE, REFUSED, WRONG_CALL = 0, 1, 2


def tell(message: Message, start: str = "") -> None:
    """A message for whoever runs the command, on stderr: stdout is for answers."""
    print(start + message.english(), file=sys.stderr)
