"""What a run of a connection keeps: its pages while it fetches, and in the end one import.

Pages hold rows that are protected already, with the place to go on after them, in one transaction each; the last
transaction puts all rows in, follows what is gone, and ends the run. A kill at any moment loses at most one page.
"""

from data.syncing.alone import alone
from data.syncing.ending import finish, stop
from data.syncing.pages import keep_page
from data.syncing.runs import SyncRun, begin, last_whole

__all__ = ["SyncRun", "alone", "begin", "finish", "keep_page", "last_whole", "stop"]
