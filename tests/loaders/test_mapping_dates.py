"""A date pattern that nothing can be read by is refused with the mapping, whoever wrote it."""

import pytest

from loaders.mapping import MappingError, MappingSpec


@pytest.mark.parametrize("pattern", ["%Q", "%", "%Y%Y", "%d-%m-%Y | %Q"])
def test_a_bad_pattern_is_refused_in_words(pattern: str) -> None:
    with pytest.raises(MappingError, match="is no date format"):
        MappingSpec("ours", "x", "posts", {"published_at": "date"}, date_format=pattern)
