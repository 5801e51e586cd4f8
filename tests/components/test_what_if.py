"""The form that asks what another norm would change."""

from streamlit.testing.v1 import AppTest


def test_it_starts_from_a_norm_of_a_whole_number_as_the_default_is() -> None:
    def draw() -> None:
        from components.answering.what_if import what_if_form
        from metrics.norms.versions import DEFAULT

        what_if_form(DEFAULT.unit, DEFAULT.amount, DEFAULT.opening_hours)

    at = AppTest.from_function(draw).run()
    assert not at.exception
    assert at.number_input("what_if_amount").value == 24
