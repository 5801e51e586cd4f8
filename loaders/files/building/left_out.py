"""Why a row of a feed is left out: a repost of others, or a message that is not public."""

from metrics.words import N_, Message


def repost() -> Message:
    """A repost (boost, retweet): the counts belong to somebody else's post."""
    return Message("repost", N_("This is a repost of somebody else's post, so its counts are not yours."))


def not_public() -> Message:
    """A message for followers, or for some people only."""
    text = N_("This message is not public (for followers, or for the people named in it), so it is left out.")
    return Message("not_public", text)


def others_post() -> Message:
    """Why a post of somebody else on the account's page is left out."""
    return Message("others_post", N_("Somebody else wrote this post, so its counts are not yours."))
