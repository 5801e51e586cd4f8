"""The name of a server: accepted in one form, refused in every other."""

import ipaddress
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.apis.client import ApiError
from loaders.apis.client.hosts import checked_host

NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("social.waterstad.example", "social.waterstad.example"),
        ("  Social.WATERSTAD.example ", "social.waterstad.example"),
        ("10.waterstad.example", "10.waterstad.example"),
        ("ﬁets.example", "fiets.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example"),
        ("a" * 63 + ".example", "a" * 63 + ".example"),
    ],
)
def test_names(typed: str, host: str) -> None:
    assert checked_host(typed) == host


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        ".",
        "waterstad",
        "waterstad.example.",
        ".waterstad.example",
        "water..stad.example",
        "https://social.waterstad.example",
        "//social.waterstad.example",
        "social.waterstad.example/",
        "social.waterstad.example:8443",
        "me@social.waterstad.example",
        "me:secret@social.waterstad.example",
        "social.waterstad.example?x",
        "social.waterstad.example#x",
        "social.waterstad.example\\x",
        "social waterstad.example",
        "social_waterstad.example",
        "-social.waterstad.example",
        "social-.waterstad.example",
        "*.waterstad.example",
        "%6cocalhost.example",
        "social.waterstad.example\r\nX-Injected: 1",
        "social.waterstad.example\n",
        "social.waterstad.example\x00.evil.example",
        "social.waterstad\u2028.example",
        "xn--a.example",  # not an encoding of anything
        "a" * 64 + ".example",
        "a." * 127 + "example",
        "\ud800.example",
        # this machine and others, in every notation that some library takes for a number
        "127.0.0.1",
        "127.0.0.1:80",
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "017700000001",
        "0x7f000001",
        "0x7f.0.0.1",
        "127.0.0.0x1",
        "１２７.０.０.１",
        "127。0。0。1",
        "①②⑦.⓪.⓪.①",
        "::1",
        "[::1]",
        "::ffff:127.0.0.1",
        "[::ffff:7f00:1]",
        "fe80::1%eth0",
        "169.254.169.254",
    ],
)
def test_everything_else_is_refused(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANSWERABLE_TEST_LOOPBACK")
    with pytest.raises(ApiError) as caught:
        checked_host(typed)
    assert caught.value.kind == "refused"


@pytest.mark.parametrize(
    "typed",
    [
        "localhost",
        "matomo.local",
        "metadata.google.internal",
        "x.onion",
        "app.localhost",
        "printer.lan",
        "1.0.0.127.in-addr.arpa",
    ],
)
def test_names_inside_a_network_are_for_the_administrator(typed: str, allow: Callable[[str], None]) -> None:
    with pytest.raises(ApiError) as caught:
        checked_host(typed)
    assert caught.value.kind == "refused"
    assert caught.value.message.values == {"host": typed}
    allow(f"[{{host: {typed}, cidr: 10.0.0.0/8}}]")
    assert checked_host(typed) == typed


@given(st.text(max_size=80) | st.from_regex(r"[a-z0-9.:/@%x\[\]-]{1,40}", fullmatch=True))
@example("例え.テスト")
def test_whatever_is_typed_is_a_plain_name_or_refused(typed: str) -> None:
    try:
        host = checked_host(typed)
    except ApiError as error:
        assert error.kind == "refused"
    else:
        assert NAME.fullmatch(host)
        assert checked_host(host) == host


@given(st.ip_addresses(v=4), st.sampled_from(["{}", "0x{:x}", "0{:o}", "0X{:08X}"]))
def test_no_number_is_a_name(address: ipaddress.IPv4Address, notation: str) -> None:
    number = int(address)
    parts = ".".join(notation.format(part) for part in address.packed)
    tail = f"{notation.format(number >> 24)}.{notation.format(number & 0xFFFFFF)}"
    for typed in (notation.format(number), parts, tail, f"[::ffff:{address}]", str(address)):
        with pytest.raises(ApiError):
            checked_host(typed)
