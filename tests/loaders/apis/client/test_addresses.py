"""Which addresses may be asked."""

import ipaddress
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.apis.client import ApiError, Client
from loaders.apis.client.addresses import is_public
from loaders.apis.client.allowed import is_admitted

HOST = "matomo.waterstad.example"


@pytest.mark.parametrize(
    "text", ["1.1.1.1", "93.184.215.14", "172.15.255.255", "172.32.0.1", "2606:4700::1", "2a00:1450::1"]
)
def test_public_addresses(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.215.14",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_addresses_that_are_not_public(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@given(st.ip_addresses())
def test_public_is_never_more_than_python_says(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_hides_in_no_ipv6_address(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for wrapped in (
        number,  # compatible
        (0xFFFF << 32) | number,  # mapped
        (0x0064FF9B << 96) | number,  # NAT64
        (0x2002 << 112) | (number << 80),  # 6to4
        (0x20010000 << 96) | (number ^ 0xFFFFFFFF),  # Teredo
    ):
        assert not is_public(ipaddress.IPv6Address(wrapped))


@pytest.mark.parametrize(
    "found",
    [
        ["10.0.0.1"],
        ["93.184.215.14", "10.0.0.1"],
        ["2606:4700::1", "::ffff:127.0.0.1"],
        ["93.184.215.14", "169.254.169.254"],
        ["64:ff9b::a00:1"],
    ],
)
def test_one_address_inside_refuses_the_name(found: list[str], resolver) -> None:
    resolver.answers[HOST] = [[(address, 443) for address in found]]
    with pytest.raises(ApiError) as caught:
        Client(HOST).get("/")
    assert caught.value.kind == "refused"
    assert caught.value.message.code == "address_inside"
    assert resolver.asked == [HOST]


def test_a_name_that_does_not_exist(resolver) -> None:
    resolver.answers[HOST] = [[]]
    with pytest.raises(ApiError, match=f"No server called {HOST} was found") as caught:
        Client(HOST).get("/")
    assert caught.value.kind == "unavailable"
    assert resolver.asked == [HOST]


@pytest.mark.parametrize(
    ("text", "address", "admitted"),
    [
        ("- {host: matomo.waterstad.example, cidr: 10.20.0.0/16}", "10.20.3.4", True),
        ('[{"host": "Matomo.waterstad.example", "cidr": ["10.20.0.0/16", "fd12::/16"]}]', "fd12::4", True),
        ("- {host: matomo.waterstad.example, cidr: 10.20.0.0/16}", "10.21.3.4", False),
        ("- {host: other.waterstad.example, cidr: 10.20.0.0/16}", "10.20.3.4", False),
        ("- {host: matomo.waterstad.example, cidr: 0.0.0.0/0}", "169.254.169.254", False),
        ("- {host: matomo.waterstad.example, cidr: '::/0'}", "fe80::1", False),
        ("", "10.20.3.4", False),
    ],
)
def test_the_administrators_list(allow: Callable[[str], None], text: str, address: str, admitted: bool) -> None:
    allow(text)
    assert is_admitted(HOST, ipaddress.ip_address(address)) is admitted


@pytest.mark.parametrize(
    "text",
    [
        "- host: x",
        "- {host: x, cidr: 10.1.2.3/8}",
        "just words",
        "{a: b}",
        "[[",
        "- {host: x, cidr: nonsense}",
        "\x00",
        "7",
    ],
)
def test_a_list_that_cannot_be_read_admits_nothing(allow: Callable[[str], None], text: str, resolver) -> None:
    allow(text)
    resolver.answers[HOST] = [[("10.0.0.1", 443)]]
    with pytest.raises(ApiError, match="list of allowed servers cannot be read") as caught:
        Client(HOST).get("/")
    assert caught.value.kind == "refused"


def test_a_list_that_is_not_there_admits_nothing(monkeypatch: pytest.MonkeyPatch, resolver) -> None:
    monkeypatch.setenv("ANSWERABLE_ALLOWLIST", "/nowhere/allowed.yaml")
    resolver.answers[HOST] = [[("10.0.0.1", 443)]]
    with pytest.raises(ApiError, match="cannot be read"):
        Client(HOST).get("/")
