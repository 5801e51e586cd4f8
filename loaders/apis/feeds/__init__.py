"""Accounts that publish posts in a feed, newest first, with threads under them."""

from loaders.apis.feeds.moments import number, seconds
from loaders.apis.feeds.threads import Node, is_whole
from loaders.apis.feeds.walking import BEGIN, Feed, Page, Root, Thread, walk

__all__ = ["BEGIN", "Feed", "Node", "Page", "Root", "Thread", "is_whole", "number", "seconds", "walk"]
