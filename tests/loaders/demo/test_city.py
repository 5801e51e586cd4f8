"""The register of the demo city."""

from loaders.demo.city import ACCOUNTS, DEPARTMENT, DEPARTMENTS, POPULATION, SITES, TOPICS


def test_eight_departments_twenty_five_accounts_six_platforms() -> None:
    assert len(DEPARTMENTS) == 8
    assert len(ACCOUNTS) == 25
    assert {one.platform for one in ACCOUNTS} == {"facebook", "instagram", "x", "linkedin", "youtube", "mastodon"}
    assert len(SITES) == 2
    assert {one.department for one in ACCOUNTS} == set(DEPARTMENT)


def test_accounts_differ_and_are_followed_by_fewer_than_live_there() -> None:
    assert len({(one.platform, one.handle) for one in ACCOUNTS}) == len(ACCOUNTS)
    assert all(0 < one.followers < POPULATION / 2 for one in ACCOUNTS)


def test_each_topic_has_a_home_that_posts_about_it() -> None:
    special = {"storm", "elections"}  # they take over when there is one
    assert all(topic in DEPARTMENT[key].topics or topic in special for topic, key in TOPICS.items())
    assert all(topic in TOPICS for one in DEPARTMENTS for topic in one.topics)


def test_addresses_are_reserved_for_examples() -> None:
    assert all(host.endswith(".example") for host in SITES)
