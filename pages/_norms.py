"""The norms that hold for the accounts of a choice, for the pages that judge by them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.filters import Filters
from data.norms import segments_of_accounts
from metrics.norms import Norm
from metrics.norms.versions import Segment, segment_of
from pages._context import access, answers, engine
from pages._numbers import Key, key


def segments(asked: Filters) -> Mapping[int, Sequence[Segment]]:
    """The norms of each account with conversations in the choice, over time."""
    return _segments(key(asked))


def norms_now(asked: Filters) -> dict[int, Norm]:
    """The norm of each account on the last day of the period."""
    return {account: of[int(segment_of(of, [asked.period.last])[0])][1] for account, of in segments(asked).items()}


@st.cache_resource(max_entries=64, show_spinner=False)
def _segments(key: Key) -> Mapping[int, Sequence[Segment]]:
    accounts = sorted({int(account) for account in answers(key[2])["account_id"]})
    return segments_of_accounts(engine(), access(), accounts)
