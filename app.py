"""What `streamlit run app.py` starts: the shell around the pages.

Pages are scripts in `pages/`, framed by `pages/main.py`. Here is what a browser meets before any of them runs:
the document in its language, security headers, compression, files, a health check, and a warm start.
"""

import gc
import importlib
import logging
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from components.page import failure
from components.shell.addresses import Files, ServerUnderPages, page_routes
from components.shell.document import script_hashes
from components.shell.headers import SecurityHeaders
from data.errors import StoreError
from data.store import open_store, version
from loaders.syncing import schedule
from pages._menu import DEFAULT, PAGES

STATIC = Path(__file__).parent / "static"
SLOW_IMPORTS = ("pandas", "pyarrow", "plotly.graph_objects", "scipy.stats", "sqlalchemy", "pages._context")
log = logging.getLogger("answerable")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Make the first visit as fast as the next ones.

    Streamlit collects garbage after every run and looks at every object that is alive. What is loaded here lives
    as long as the server, so it is frozen: the collector never looks at it again.
    """
    for name in SLOW_IMPORTS:
        importlib.import_module(name)
    try:
        engine = open_store()
    except StoreError as error:
        log.critical("%s", error)
        os._exit(2)  # there is nothing to wind down, and a traceback would bury the sentence
    scheduler = schedule.start(engine)
    gc.collect()
    gc.freeze()
    yield
    if scheduler is not None:
        scheduler.shutdown(wait=False)


def health(_: Request) -> JSONResponse:
    """Whether the store answers, for a load balancer or a monitor."""
    return JSONResponse({"status": "ok", "version": version(open_store())})


def show_failure(error: Exception) -> bool:
    """Show a sentence with a reference instead of a traceback, which Streamlit has just written to the log."""
    reference = secrets.token_hex(4)
    log.error("the failure above (%s) has reference %s", type(error).__name__, reference)
    failure(reference)
    return True


app = st.App(
    "pages/main.py",
    lifespan=lifespan,
    routes=[
        Route("/healthz", health),
        Mount("/assets", Files(directory=STATIC)),
        *page_routes({entry.name: entry.title for entry in PAGES}, DEFAULT),
    ],
    middleware=[
        Middleware(SecurityHeaders, hashes=script_hashes()),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
        Middleware(ServerUnderPages),
    ],
    on_script_error=show_failure,
)
