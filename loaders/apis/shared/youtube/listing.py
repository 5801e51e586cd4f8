"""What a channel has: its own figures, its videos page by page, and what is written under each."""

from collections.abc import Iterator, Sequence
from typing import Any

from loaders.apis.client import ApiError
from loaders.apis.connector import Fetched, Wanted
from loaders.apis.shared.moments import seconds
from loaders.apis.shared.youtube.asking import Asking
from loaders.apis.shared.youtube.threads import threads_of
from loaders.files.building.documents import Object, at, objects, text_at
from metrics.words import N_, Message

PAGE = 50
"""Videos on a page of a playlist, and the most that may be asked for at once."""
MOST_PAGES = 400
"""A playlist of uploads holds at most 20,000 videos."""


def uploads_of(channel: Object) -> str:
    """The playlist with all public videos of a channel."""
    found = text_at(channel, "contentDetails", "relatedPlaylists", "uploads")
    if not found:
        text = N_("YouTube gives no list of videos for this channel, so there is nothing to fetch.")
        raise ApiError("broken", Message("youtube_no_uploads", text))
    return found


class Listing:
    """The videos in a playlist, newest first, from a place on; each answer comes with the place after it.

    A place names the `page` to ask for (None after the last one), how many `pages` were read, and the videos that
    are `waiting` for their comments. `gap` is set once the list broke off before its end.
    """

    def __init__(self, asking: Asking, wanted: Wanted, place: Object) -> None:
        self._asking = asking
        self._wanted = wanted
        self._place = dict(place)

    def answers(self) -> Iterator[Fetched]:
        """Videos and comments to the end of the list, or of the time that is wanted."""
        while True:
            for video in self._place["waiting"]:
                self._place["waiting"] = [one for one in self._place["waiting"] if one != video]
                yield threads_of(self._asking, video, dict(self._place))
            if self._place["page"] is None:
                break
            yield self._next_page()
        whole = not self._place["gap"]
        since = self._wanted.since_ts or 0
        done = {**self._place, "end": True}
        yield Fetched("youtube_api_videos", {"items": []}, 0, done, listed_from=since if whole else None)

    def _next_page(self) -> Fetched:
        asked, uploads = self._place["page"], self._place["uploads"]
        query = {"part": "contentDetails", "playlistId": uploads, "maxResults": PAGE}
        answer = self._asking.page("playlistItems", query, asked, accept=(404,))
        listed = self._asking.items(answer)
        ids = list(dict.fromkeys(text_at(one, "contentDetails", "videoId") for one in listed))
        videos = self._videos([one for one in ids if one])
        self._move_on(answer.data, answer.status == 404, listed)
        found = [video for page in videos for video in objects(page["items"])]
        silent = self._sort_out(found) if self._wanted.texts else []
        place, units = dict(self._place), self._asking.taken()
        return Fetched("youtube_api_videos", videos, len(found), place, threads=tuple(silent), quota=units)

    def _videos(self, ids: Sequence[str]) -> list[Any]:
        """The figures of these videos. One that is not among them is gone, or not public any more."""
        parts = [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]
        queries = [{"part": "snippet,statistics", "id": ",".join(part)} for part in parts]
        return [{"items": self._asking.items(self._asking.get("videos", query))} for query in queries]

    def _move_on(self, page: Any, no_list: bool, listed: Sequence[Object]) -> None:
        """To the next page, or to the end: of the list, of the time that is wanted, or of our patience."""
        asked, following = self._place["page"], text_at(page, "nextPageToken")
        self._place["pages"] += 1
        days = [seconds(at(one, "contentDetails", "videoPublishedAt")) for one in listed]
        known = [day for day in days if day is not None]
        since = self._wanted.since_ts
        ended = not following or (since is not None and bool(known) and max(known) < since)
        stuck = not listed or following == asked or self._place["pages"] >= MOST_PAGES
        nameless = any(not text_at(one, "contentDetails", "videoId") for one in listed)
        self._place["gap"] = self._place["gap"] or no_list or nameless or (stuck and not ended)
        self._place["page"] = None if ended or stuck else following

    def _sort_out(self, videos: Sequence[Object]) -> list[str]:
        """The videos that nobody wrote under; those with comments have to wait. Without a count they are off."""
        since = self._wanted.since_ts or 0
        counts = {
            text_at(video, "id"): text_at(video, "statistics", "commentCount")
            for video in videos
            if (seconds(at(video, "snippet", "publishedAt")) or since) >= since
        }
        self._place["waiting"] = [video for video, count in counts.items() if video and count not in ("", "0")]
        return [video for video, count in counts.items() if video and count == "0"]
