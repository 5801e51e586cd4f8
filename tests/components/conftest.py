"""What tests of components share."""

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """No figure of another test: keys of tests are short, and alike."""
    st.cache_resource.clear()
