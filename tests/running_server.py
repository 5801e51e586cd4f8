"""A real server on a free port, for tests that need a browser or plain HTTP."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PATIENCE = 90  # seconds; a busy machine imports slowly


@contextmanager
def serve(database_url: str, folder: Path) -> Iterator[str]:
    """Run `streamlit run app.py` on a store; gives the address, and stops the server in the end.

    `folder` takes the server's log and its key of pseudonyms.
    """
    port = _free_port()
    environment = os.environ | {"DATABASE_URL": database_url, "ANSWERABLE_KEY_FILE": str(folder / "key")}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    log = folder / "server.log"
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT) as server,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz", server, log)
            yield address
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server stopped:\n{log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise RuntimeError(f"the server did not start within {_PATIENCE} s:\n{log.read_text()[-3000:]}")
