"""What can go wrong with the store, said in a way that can be shown to a person."""

from metrics.words import Message


class StoreError(Exception):
    """The store cannot do what was asked; `message` says what happened and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.english())
        self.message = message

    def __reduce__(self) -> tuple[type["StoreError"], tuple[Message]]:
        """So that it can come from another process."""
        return type(self), (self.message,)
