"""Everything that is written under one video."""

from typing import Any

from loaders.apis.connector import Cursor, Fetched
from loaders.apis.shared.youtube.asking import Asking
from loaders.files.building.documents import at, objects, text_at

PAGE = 100
MOST_PAGES = 20
"""Of one video's threads, and of one thread's answers; after that the conversation counts as not read whole."""
UNREADABLE = (403, 404)
"""Comments that are off, or a video that is gone since it was listed."""

Items = list[dict[str, Any]]


def threads_of(asking: Asking, video: str, after: Cursor) -> Fetched:
    """The threads under a video with all answers in them; nothing where comments are off or the video is gone."""
    threads, whole = _all(asking, "commentThreads", {"part": "snippet,replies", "videoId": video})
    for thread in threads:
        total = at(thread, "snippet", "totalReplyCount")
        parent = text_at(thread, "snippet", "topLevelComment", "id")
        if isinstance(total, int) and total > _answers(thread) and parent:  # at most five stand in the thread itself
            answers, all_answers = _all(asking, "comments", {"part": "snippet", "parentId": parent})
            thread["replies"] = {"comments": answers or objects(at(thread, "replies", "comments"))}
            whole = whole and all_answers
    rows = sum(1 + _answers(thread) for thread in threads)
    listed = (video,) if whole else ()
    units = asking.taken()
    return Fetched("youtube_comments", {"items": threads}, rows, after, threads=listed, quota=units)


def _answers(thread: dict[str, Any]) -> int:
    return len(objects(at(thread, "replies", "comments")))


def _all(asking: Asking, resource: str, query: dict[str, str]) -> tuple[Items, bool]:
    """The items of all pages, and whether these are all there are."""
    found: Items = []
    token = ""
    for _ in range(MOST_PAGES):
        answer = asking.page(resource, {**query, "maxResults": PAGE}, token, accept=UNREADABLE)
        if answer.status in UNREADABLE:
            return found, False
        found += asking.items(answer)
        following = text_at(answer.data, "nextPageToken")
        if not following or following == token:
            return found, not following
        token = following
    return found, False
