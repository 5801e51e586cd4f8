"""Texts as every database keeps them."""


def storable(text: str) -> str:
    """A text without what no database keeps: NUL, and half characters.

    >>> storable("Is the pool open?\\x00")
    'Is the pool open?'
    """
    return "".join(c for c in text if c != "\0" and not "\ud800" <= c <= "\udfff")
