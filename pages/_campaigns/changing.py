"""What follows a change of a tag: its posts are found in the background, and the page says so."""

from collections.abc import Callable

import streamlit as st

from components.escape import plain
from components.i18n import _, day, ngettext, say
from components.words import platform_name
from data import tags
from data.errors import StoreError
from metrics.campaigns.rules import Rules
from metrics.words import N_, Message
from pages._campaigns.known import PLACE
from pages._context import access, engine
from pages._jobs import follow
from pages._work import attempt

FINDING = Message("finding_tagged", N_("Posts of a tag are being found"))


def save(change: Callable[[], str]) -> None:
    """Make a change, say what came of it, and have posts found where a rule has changed."""

    def changed() -> str:
        done = change()
        return f"{done} {_find()}" if tags.unfinished(engine(), access()) else done

    attempt(PLACE, changed)


def find_again() -> None:
    """Go on with finding posts, after it was broken off."""
    attempt(PLACE, _find)


def show_preview(rules: Rules) -> None:
    """How many posts a rule would hold, and the newest three."""
    if not rules.any:
        st.info(_("There is no rule: posts are put in by hand."), icon=":material/info:")
        return
    try:
        held = tags.preview(engine(), access(), rules)
    except StoreError as error:
        st.error(plain(say(error.message), 500))
        return
    st.markdown(ngettext("**It would hold {n} post now.**", "**It would hold {n} posts now.**", held.n))
    for row in held.examples.itertuples():
        text = plain(row.text, 200) if isinstance(row.text, str) else _("(no text)")
        where = _("{account} on {platform}", account=plain(row.account), platform=platform_name(str(row.platform)))
        st.markdown(f"- {where}, {day(int(str(row.day)))}: {text}")


def _find() -> str:
    """Begin to find the posts; what to say of that."""
    store, who = engine(), access()
    return follow(
        who,
        FINDING,
        lambda tell: tags.apply(store, who, tell),
        Message("tagged_found", N_("The posts of all tags are found, by the rules as they are now.")),
        now=_("Its posts are being found now; figures follow."),
        later=_("Its posts are found when the work that is being done now is over. Press “Find its posts” then."),
    )
