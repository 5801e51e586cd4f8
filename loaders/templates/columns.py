"""Columns that several templates have."""

from dataclasses import replace
from typing import get_args

from loaders.records import Platform
from loaders.templates.definition import MARK, Column
from metrics.words import N_

PLATFORMS = tuple(name for name in get_args(Platform) if name != "website")

PLATFORM = Column(
    "platform",
    ("Platform", "Platform"),
    N_("The network. One network per file: the first row decides, rows of others are left out."),
    needed=True,
    choices=PLATFORMS,
)
ACCOUNT = Column(
    "account",
    ("Account", "Account"),
    N_("The name of your account there. Empty: you are asked when you load the file."),
)
MOMENT = Column(
    "published_at",
    ("Date and time", "Datum en tijd"),
    N_("Year-month-day hour:minute. A date alone is good too: then the hour is unknown."),
    "moment",
    needed=True,
)
ZONE = Column(
    "time_zone",
    ("Time zone", "Tijdzone"),
    N_("Where your clock stands, such as Europe/Amsterdam or UTC. A row with a time needs it, a date alone does not."),
)
LIKES = Column("likes", ("Likes", "Vind-ik-leuks"), N_("Likes, or all reactions together."), "count")
DATE = Column("date", ("Date", "Datum"), N_("Year-month-day."), "day", needed=True)
FOLLOWERS = Column(
    "followers", ("Followers", "Volgers"), N_("How many followers there are on that day, not how many came."), "count"
)
NEW_FOLLOWERS = Column("new_followers", ("New followers", "Nieuwe volgers"), N_("Followers that came."), "count")
PROFILE_VISITS = Column(
    "visitors", ("Visits to the profile", "Bezoeken aan het profiel"), N_("Visits to your profile or page."), "count"
)
PROFILE_VIEWS = Column("page_views", ("Page views", "Paginaweergaven"), N_("Views of your page."), "count")
REACH = Column("reach", ("Reach", "Bereik"), N_("Different people who saw something of you."), "count")
IMPRESSIONS = Column(
    "impressions", ("Views or impressions", "Weergaven"), N_("How often it was shown, as the platform says."), "count"
)
INTERACTIONS = Column(
    "interactions",
    ("Interactions", "Interacties"),
    N_("Likes, comments and shares together. No clicks: some platforms add those."),
    "count",
)
LINK_CLICKS = Column("link_clicks", ("Clicks on links", "Klikken op links"), N_("Clicks on links."), "count")
SITE = Column("site", ("Website", "Website"), N_("The address of the website, such as www.example.org."))
VISITORS = Column("visitors", ("Visitors", "Bezoekers"), N_("Different visitors on that day."), "count")
VISITS = Column("visits", ("Visits", "Bezoeken"), N_("Visits (sessions)."), "count")
SITE_VIEWS = replace(PROFILE_VIEWS, meaning=N_("Pages that were viewed."))
DOWNLOADS = Column("downloads", ("Downloads", "Downloads"), N_("Files that were downloaded."), "count")


def mark(english: str, dutch: str) -> Column:
    """The first column of a template, whose header says which template it is."""
    meaning = N_("Leave this column in and its cells empty. A row with the word “example” here is never loaded.")
    return Column(MARK, (f"Answerable: {english}", f"Answerable: {dutch}"), meaning, needed=True)
