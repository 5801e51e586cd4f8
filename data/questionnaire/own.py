"""The organisation's own questions and weights, kept in the store."""

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access import Access
from data.questionnaire.own_file import read_own
from data.questionnaire.shipped import shipped
from data.schema import setting
from data.store import writing
from metrics.maturity.questionnaire import Questionnaire

_KEY = "own_questions"


def own_text(engine: Engine, access: Access) -> str | None:
    """The own file as it was saved; None when there is none."""
    access.require("read")
    with engine.connect() as connection:
        return _stored(connection)


def save_own(engine: Engine, access: Access, text: str) -> Questionnaire:
    """Keep an own file; the questionnaire with it. New assessments use it, older ones stay as they are.

    Raises `StoreError` for a file that cannot be, and `AccessDeniedError`.
    """
    access.require("administer")
    questionnaire = read_own(text, shipped())
    with writing(engine) as connection:
        connection.execute(delete(setting).where(setting.c.key == _KEY))
        connection.execute(insert(setting).values(key=_KEY, value=text))
    return questionnaire


def remove_own(engine: Engine, access: Access) -> None:
    """Use the questions that ship, and those only, in new assessments."""
    access.require("administer")
    with writing(engine) as connection:
        connection.execute(delete(setting).where(setting.c.key == _KEY))


def current(engine: Engine, access: Access) -> Questionnaire:
    """The questionnaire for a new assessment: the one that ships, with the own file where there is one."""
    text = own_text(engine, access)
    return shipped() if text is None else read_own(text, shipped())


def _stored(connection: Connection) -> str | None:
    return connection.scalar(select(setting.c.value).where(setting.c.key == _KEY))
