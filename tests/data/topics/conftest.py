"""Every test of the topics begins with a short list, so that none rests on the words of the one that ships."""

import pytest

from tests.data.topics.town import LIST


@pytest.fixture(autouse=True)
def short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.topics.topic.shipped", lambda: LIST)
