"""A token of Google for a service account: a letter signed with the key file, exchanged by our own client."""

import json
import time
from typing import Any

from google.auth import crypt, exceptions, jwt

from loaders.apis.client import Answer, ApiError, Client, Manners
from loaders.files.building.documents import text_at
from metrics.words import N_, Message

HOST = "oauth2.googleapis.com"
_PATH = "/token"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_SECONDS = 3600
_signer: Any = crypt.RSASigner  # google-auth gives its functions no types
_encode: Any = jwt.encode


def bearer(secret: str, scope: str) -> str:
    """What stands in the header `Authorization`; `secret` is the content of a key file, or a token as it is.

    The key file names an address for tokens itself; it is not believed, as the letter would go wherever it says.
    """
    if not secret.lstrip().startswith("{"):
        return f"Bearer {secret.strip()}"
    client = Client(HOST, Manners(explain=_explain))
    answer = client.post(_PATH, form={"grant_type": _GRANT, "assertion": _letter(secret, scope)})
    token = text_at(answer.data, "access_token")
    if not token:
        raise _no_key(answer.status)
    return f"Bearer {token}"


def _letter(secret: str, scope: str) -> str:
    """Who asks for what, signed; valid for an hour."""
    try:
        key: dict[str, Any] = json.loads(secret)
        signer = _signer.from_service_account_info(key)
        now = int(time.time())
        claims = {
            "iss": str(key["client_email"]),
            "scope": scope,
            "aud": f"https://{HOST}{_PATH}",
            "iat": now,
            "exp": now + _SECONDS,
        }
        return str(_encode(signer, claims).decode("ascii"))
    except (ValueError, KeyError, TypeError, exceptions.GoogleAuthError):
        text = N_(
            "This is no key file of a service account. Paste the whole content of the JSON file from Google Cloud."
        )
        failed = ApiError("broken", Message("google_no_key", text))
    raise failed  # outside, so that nothing of the key hangs on it


def _explain(answer: Answer) -> ApiError | None:
    return _no_key(answer.status) if 400 <= answer.status < 500 and answer.status != 429 else None


def _no_key(status: int) -> ApiError:
    text = N_(
        "Google does not accept the key of the service account. It may be deleted, or the clock of this machine is "
        "wrong. Make a new key in Google Cloud and replace it here."
    )
    return ApiError("broken", Message("google_key_refused", text), status=status)
