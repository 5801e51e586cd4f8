"""Finds the texts to translate in the source, for Babel (`babel.cfg` names this module).

Babel's own reader knows calls such as `_("...")`. It does not know that a `metrics.words.Message` with a plural is
one entry with two forms, although its parts stand in `N_`.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

Found = tuple[int, str, str | tuple[str, str], list[str]]


def extract(
    source: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Found]:
    """The texts of one Python file as Babel wants them: line, function, text or (singular, plural), comments.

    >>> import io
    >>> source = io.BytesIO(b'Message("a", N_("{n} row"), {"n": 1}, plural=N_("{n} rows"), count=1); _("Save")')
    >>> [found[1:3] for found in extract(source, {}, (), {})]
    [('ngettext', ('{n} row', '{n} rows')), ('_', 'Save')]
    """
    taken: set[ast.AST] = set()
    for node in ast.walk(ast.parse(source.read())):  # parents come before what stands in them
        if not isinstance(node, ast.Call) or node in taken:
            continue
        match node:
            case ast.Call(func=ast.Name(id="Message")):
                singular, plural = _argument(node, 1, "text"), _argument(node, 3, "plural")
                pair = _text(singular), _text(plural)
                if singular and plural and all(pair):
                    taken |= {singular, plural}
                    yield node.lineno, "ngettext", pair, []
            case ast.Call(func=ast.Name(id="ngettext"), args=[first, second, *_]):
                if (one := _text(first)) and (many := _text(second)):
                    yield node.lineno, "ngettext", (one, many), []
            case ast.Call(func=ast.Name(id="_" | "N_" as name), args=[first, *_]):
                if text := _text(first):
                    yield node.lineno, name, text, []


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    named = (keyword.value for keyword in call.keywords if keyword.arg == name)
    return call.args[position] if len(call.args) > position else next(named, None)


def _text(node: ast.expr | None) -> str:
    """The text of a literal, also when it is marked with `N_`; nothing for anything else."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str() as text)]):
            return text
    return ""
