"""Words of texts: what counts, what is left out, and stems that meet."""

import pandas as pd

from metrics.text.tokens import tokens


def words(text: str, language: str) -> list[str]:
    found = tokens(pd.Series([text]), language)
    return [str(found.stems[stem]) for stem in found.stem]


def test_stop_words_addresses_handles_and_masks_are_left_out() -> None:
    assert words("Kijk op https://x.example/y @gemeente [handle] voor de Parkeervergunningen", "nl") == [
        *words("kijk", "nl"),
        *words("parkeervergunning", "nl"),
    ]


def test_forms_of_a_word_meet_in_a_stem_and_the_most_frequent_form_is_shown() -> None:
    found = tokens(pd.Series(["trees tree trees", "Tree trees"]), "en")
    assert found.stems.tolist() == ["tree"] and found.written.tolist() == ["trees"]
    assert (found.text.tolist(), found.texts) == ([0, 0, 0, 1, 1], 2)


def test_languages_without_a_stemmer_or_stop_words_keep_their_words() -> None:
    assert words("παρκινγκ δρόμος", "el") == ["παρκινγκ", "δρόμος"]
    assert words("kaixo mundua", "xx") == ["kaixo", "mundua"]
    assert words("de parking and the vergunning", "") == ["parking", "vergunning"]
