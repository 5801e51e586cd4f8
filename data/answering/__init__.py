"""How the organisation answers, kept true: conversations are worked out when something changes, never on a page.

An import, an undo or a correction touches threads; their conversations are read anew (`refresh`), judged by the norm
of their day (`judge`) and added up (`rollups`), in the same transaction. What a message is comes from rules
(`classes`), or from people (`labels`), whose word counts.
"""

from data.answering.judge import judge_again
from data.answering.refresh import rebuild, refresh_import, refresh_threads, restore
from data.answering.touched import find_threads

__all__ = ["find_threads", "judge_again", "rebuild", "refresh_import", "refresh_threads", "restore"]
