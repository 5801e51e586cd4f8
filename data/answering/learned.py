"""Letting the classes be learned from people's labels, or going back to the rules."""

from sqlalchemy import Engine, delete, insert, select

from data import bulk
from data.access import Access
from data.answering.classifier import LEARNING, learned
from data.answering.refresh import rebuild
from data.errors import StoreError
from data.schema import message_class, setting
from data.staging import workbench
from data.store import write_transaction
from metrics.needs_reply.model import Model
from metrics.words import Message


def try_out(engine: Engine, access: Access) -> Model | Message:
    """A model of the labels so far, judged against the rules; or why there is none. Takes some seconds."""
    access.require("texts")
    with engine.connect() as connection:
        return learned(connection)


def learns(engine: Engine, access: Access) -> bool:
    """Whether the model is in use."""
    access.require("read")
    with engine.connect() as connection:
        return connection.scalar(select(setting.c.key).where(setting.c.key == LEARNING)) is not None


def use_model(engine: Engine, access: Access, on: bool, progress: bulk.Progress = bulk.silent) -> None:
    """Class all messages anew by the model, or by the rules again; what people labelled stays as they said.

    One transaction: pages show the old figures until the new ones are whole. Raises `StoreError` when there is no
    model that is better than the rules, and `AccessDeniedError`.
    """
    access.require("administer")
    with workbench(engine) as connection, write_transaction(connection):
        if on and isinstance(found := learned(connection), Message):
            raise StoreError(found)
        connection.execute(delete(setting).where(setting.c.key == LEARNING))
        if on:
            connection.execute(insert(setting).values(key=LEARNING, value="true"))
        connection.execute(delete(message_class))
        rebuild(connection, progress)
