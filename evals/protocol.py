"""A visitor without a browser: Streamlit's own protocol over a WebSocket."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

_PATIENCE = 120.0  # seconds
_LARGEST = 256 * 2**20


class PageError(Exception):
    """The page showed an error instead of its content."""


class Visitor:
    """One session on a server; `run` draws a page as a browser would ask for it."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def run(self, page: str) -> int:
        """Draw a page from beginning to end; gives the number of bytes that came back.

        `page` is its name in the address, with the choices behind a question mark if there are any. Raises
        `PageError` when the page broke off.
        """
        asked = BackMsg()
        asked.rerun_script.page_name, _, asked.rerun_script.query_string = page.partition("?")
        self._socket.send(asked.SerializeToString())
        received = 0
        while True:
            raw = self._socket.recv(timeout=_PATIENCE)
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            received += len(raw)
            if message.delta.new_element.alert.format == Alert.ERROR:
                raise PageError(f"{page}: {message.delta.new_element.alert.body}")
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise PageError(page)
                return received


@contextmanager
def visit(host: str) -> Iterator[Visitor]:
    """A new session on a server, for example at `127.0.0.1:8501`."""
    address = f"ws://{host}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=_LARGEST) as socket:
        yield Visitor(socket)
