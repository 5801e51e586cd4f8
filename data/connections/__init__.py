"""Connections to platforms that figures are fetched from: what is asked for, how often, with which secret."""

from data.connections.changing import add, change, pause, remove, replace_secret, resume
from data.connections.reading import expires_soon, free, listed, named, one, runs
from data.connections.records import DAILY, ApiConnection, New, Run, RunStatus, Status
from data.connections.rules import default_name
from data.connections.secrets import secret_key_file, secret_of, secret_outside

__all__ = [
    "DAILY",
    "ApiConnection",
    "New",
    "Run",
    "RunStatus",
    "Status",
    "add",
    "change",
    "default_name",
    "expires_soon",
    "free",
    "listed",
    "named",
    "one",
    "pause",
    "remove",
    "replace_secret",
    "resume",
    "runs",
    "secret_key_file",
    "secret_of",
    "secret_outside",
]
