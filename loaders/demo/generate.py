"""Makes the whole demo city from a seed: the same seed gives the same city, to the byte."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo import audience, numbers
from loaders.demo.calendar import Calendar
from loaders.demo.conversation import converse
from loaders.demo.pictures import pictures
from loaders.demo.posts import make_posts
from loaders.demo.writing import write

SEED, POSTS, END = 1, 20_000, date(2026, 9, 30)


@dataclass(frozen=True)
class City:
    """All that there is to know about the demo, with what no export would tell (topic, intent, who needs a reply).

    `posts` has the columns of `posts.make_posts`, `text`, the counts and those of `pictures.pictures`; `messages` those
    of `conversation.converse` and `text`; `followers` is one row per account and one column per day; `site_days` is in
    long form.
    """

    calendar: Calendar
    posts: pd.DataFrame
    messages: pd.DataFrame
    followers: NDArray[np.float64]
    site_days: pd.DataFrame


def generate(seed: int = SEED, posts: int = POSTS, end: date = END) -> City:
    """The demo city of a seed, with `posts` posts in the three years up to `end`."""
    calendar = Calendar(end)
    streams = iter(np.random.default_rng(seed).spawn(9))
    followers = audience.followers(next(streams), calendar)
    made = make_posts(next(streams), calendar, posts)
    seen, interactions = numbers.exposure(next(streams), made, followers)
    expected = numbers.comments_expected(next(streams), made, interactions, calendar)
    messages = converse(next(streams), made, expected, calendar)
    thread = np.bincount(messages["post"], minlength=len(made))
    counts = numbers.counts(next(streams), made, seen, interactions, thread)
    post_texts, message_texts = write(next(streams), made, messages, calendar)
    made = pd.concat([made.assign(text=post_texts), counts], axis="columns")
    messages = messages.assign(text=message_texts)
    site_days = audience.website_days(next(streams), calendar)
    made = pd.concat([made, pictures(next(streams), made)], axis="columns")
    return City(calendar, made, messages, followers, site_days)
