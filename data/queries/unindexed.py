"""A hint for SQLite, which keeps no statistics of our tables: not to use an index for a condition."""

from typing import Any

from sqlalchemy import Column, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Unindexed(FunctionElement[int]):
    inherit_cache = True

    def __init__(self, column: Column[int]) -> None:
        """The column as an expression of its type."""
        super().__init__(column)
        self.type = column.type


def unindexed(column: Column[int]) -> ColumnElement[int]:
    """The column, of which SQLite uses no index: for a statement that is to go another way through the table.

    PostgreSQL knows how often a value occurs and finds the way itself; to it, this is the column.

    >>> from sqlalchemy.dialects import postgresql, sqlite
    >>> from data.schema import comment
    >>> [str(unindexed(comment.c.day).compile(dialect=d.dialect())) for d in (sqlite, postgresql)]
    ['+comment.day', 'comment.day']
    """
    return _Unindexed(column)


@compiles(_Unindexed)
def _plain(hint: _Unindexed, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(hint.clauses, **options)


@compiles(_Unindexed, "sqlite")
def _without_index(hint: _Unindexed, compiler: SQLCompiler, **options: Any) -> str:
    return f"+{compiler.process(hint.clauses, **options)}"
