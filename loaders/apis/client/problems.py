"""What can go wrong between here and a server, in words for people."""

from loaders.apis.client.errors import ApiError, Kind
from metrics.words import N_, Message


def _error(kind: Kind, code: str, text: str, *, status: int = 0, **values: str | int) -> ApiError:
    return ApiError(kind, Message(code, text, values), status=status)


def name_not_found(host: str) -> ApiError:
    """No such name; or no internet, which looks the same from here."""
    text = N_("No server called {host} was found. Check the spelling, and that this machine has internet.")
    return _error("unavailable", "name_not_found", text, host=host)


def inside(host: str) -> ApiError:
    """A name that leads into a network."""
    text = N_(
        "{host} leads to an address inside a network, so nothing was sent. Only public servers are asked, and those "
        "your administrator allows."
    )
    return _error("refused", "address_inside", text, host=host)


def certificate(host: str) -> ApiError:
    """Its certificate is for another name, too old, or of an authority that is not known here."""
    text = N_(
        "The certificate of {host} is not valid for this name, so nothing was sent. Check the spelling; if it is "
        "right, tell the administrator of that server."
    )
    return _error("unavailable", "certificate", text, host=host)


def authorities() -> ApiError:
    """The organisation's own list of authorities cannot be used."""
    text = N_(
        "The file with certificates of your own authorities cannot be read. Ask your administrator to look at it."
    )
    return _error("unavailable", "authorities", text)


def no_answer(host: str, seconds: float) -> ApiError:
    """Too slow, wherever in the answer that was."""
    text = N_("{host} did not finish its answer in {seconds} seconds. Try again later.")
    return _error("unavailable", "no_answer", text, host=host, seconds=round(seconds))


def out_of_reach(host: str) -> ApiError:
    """No connection, or one that broke off."""
    text = N_("The connection with {host} failed. Try again later.")
    return _error("unavailable", "out_of_reach", text, host=host)


def long_run(host: str, seconds: float) -> ApiError:
    """So many answers that it takes a next run to read the rest."""
    text = N_("{host} had more to tell than fits in {hours} hours. The next run goes on where this one stopped.")
    return _error("unavailable", "long_run", text, host=host, hours=round(seconds / 3600))


def too_large(host: str, size: int) -> ApiError:
    """More than is read."""
    text = N_("The answer of {host} is larger than {megabytes} MB and was not read.")
    return _error("unavailable", "too_large", text, host=host, megabytes=size // 1_000_000)


def no_data(host: str, status: int, is_page: bool) -> ApiError:
    """A body of another kind than was asked for."""
    if is_page:
        text = N_("{host} sent a web page where data should be. Check that this is the right server.")
        return _error("unavailable", "web_page", text, host=host, status=status)
    text = N_("The answer of {host} cannot be read as data. Try again later.")
    return _error("unavailable", "no_data", text, host=host, status=status)


def unsendable(host: str) -> ApiError:
    """A token or name with characters that cannot be sent."""
    text = N_("The token for {host} has a character that no token has, such as a line break. Copy the token again.")
    return _error("broken", "unsendable", text, host=host)


def moved(host: str, target: str, status: int) -> ApiError:
    """A redirect; whether to follow it is for a person to say. `target` is a checked name, or ""."""
    if target and target != host:
        text = N_("{host} says that it has moved to {target}. If you trust that, make a connection with {target}.")
        return ApiError("broken", Message("moved", text, {"host": host, "target": target}), status=status)
    text = N_("{host} sends us on to another address. Check the name of the server.")
    return _error("broken", "moved", text, host=host, status=status)


def of_status(host: str, status: int, *, with_secret: bool) -> ApiError:
    """What a status means that is no success."""
    values: dict[str, str | int] = {"host": host, "status": status}
    if status in {401, 403}:
        kind: Kind = "broken"
        text = (
            N_("{host} does not accept the token, or it may not read this (status {status}). Make a new token.")
            if with_secret
            else N_("{host} only answers with a token (status {status}). Make one there, and type it in here.")
        )
    elif status in {404, 410}:
        kind = "broken"
        text = N_("{host} has nothing under this name (status {status}). Check the names of the server and account.")
    elif status == 429:
        kind = "unavailable"
        text = N_("{host} was asked too often and lets us wait. Figures are fetched again later.")
    elif status >= 500:
        kind = "unavailable"
        text = N_("{host} has a fault of its own (status {status}). Try again later.")
    else:
        kind = "unavailable"
        text = N_("{host} did not accept the question (status {status}). Try again later.")
    return ApiError(kind, Message("status", text, values), status=status)
