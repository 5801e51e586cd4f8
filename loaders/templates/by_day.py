"""Templates for figures of accounts and websites: by day, by campaign, or by month."""

from dataclasses import replace
from typing import get_args

from loaders.records import Platform
from loaders.templates.columns import (
    ACCOUNT,
    DATE,
    DOWNLOADS,
    FOLLOWERS,
    IMPRESSIONS,
    INTERACTIONS,
    LINK_CLICKS,
    NEW_FOLLOWERS,
    PLATFORM,
    PROFILE_VIEWS,
    PROFILE_VISITS,
    REACH,
    SITE,
    SITE_VIEWS,
    VISITORS,
    VISITS,
    mark,
)
from loaders.templates.definition import Column, Template
from metrics.words import N_

ACCOUNT_DAYS = Template(
    "account_days",
    "account_days",
    ("template-account-days", "sjabloon-account-per-dag"),
    N_("Accounts by day: one row per account and day"),
    (
        mark("account by day", "account per dag"),
        PLATFORM,
        ACCOUNT,
        DATE,
        FOLLOWERS,
        NEW_FOLLOWERS,
        PROFILE_VISITS,
        PROFILE_VIEWS,
        REACH,
        IMPRESSIONS,
        INTERACTIONS,
        LINK_CLICKS,
    ),
    (
        {
            "platform": "tiktok",
            "account": "waterstad",
            "date": "2026-09-29",
            "followers": "4210",
            "new_followers": "6",
            "impressions": "1810",
            "interactions": "74",
        },
    ),
)
SITE_DAYS = Template(
    "site_days",
    "site_days",
    ("template-website-days", "sjabloon-website-per-dag"),
    N_("Websites by day: one row per website and day"),
    (
        mark("website by day", "website per dag"),
        SITE,
        DATE,
        VISITORS,
        VISITS,
        SITE_VIEWS,
        DOWNLOADS,
    ),
    (
        {
            "site": "www.waterstad.example",
            "date": "2026-09-29",
            "visitors": "812",
            "visits": "930",
            "page_views": "2604",
            "downloads": "45",
        },
    ),
)
CAMPAIGNS = Template(
    "campaigns",
    "site_days",
    ("template-campaigns", "sjabloon-campagnes"),
    N_("Visits by campaign: one row per website, day and campaign"),
    (
        mark("campaigns", "campagnes"),
        SITE,
        DATE,
        Column("utm_source", ("utm_source", "utm_source"), N_("Where the link stood, such as facebook. Not kept.")),
        Column("utm_medium", ("utm_medium", "utm_medium"), N_("What kind of link, such as social. Not kept.")),
        Column(
            "utm_campaign",
            ("utm_campaign", "utm_campaign"),
            N_("The campaign, as its links say it after “utm_campaign=”."),
            "id",
            needed=True,
        ),
        replace(VISITS, meaning=N_("Visits (sessions) that came with the links of the campaign.")),
    ),
    (
        {
            "site": "www.waterstad.example",
            "date": "2026-09-29",
            "utm_source": "facebook",
            "utm_medium": "social",
            "utm_campaign": "zwemmen-2026",
            "visits": "41",
        },
    ),
)
MONTHLY = Template(
    "monthly",
    "account_days",
    ("template-months", "sjabloon-maanden"),
    N_("Months by hand: one row per month, for an account or a website"),
    (
        mark("months", "maanden"),
        replace(
            PLATFORM,
            meaning=N_("The network, or “website”. One per file: the first row decides, rows of others are left out."),
            choices=get_args(Platform),
        ),
        Column("owner", ("Account or website", "Account of website"), N_("The name of the account or website.")),
        Column("month", ("Month", "Maand"), N_("Year-month. Only months that are over."), "month", needed=True),
        replace(FOLLOWERS, meaning=N_("How many followers there are at the end of the month.")),
        NEW_FOLLOWERS,
        PROFILE_VISITS,
        VISITS,
        PROFILE_VIEWS,
        DOWNLOADS,
        IMPRESSIONS,
        INTERACTIONS,
        LINK_CLICKS,
    ),
    (
        {
            "platform": "instagram",
            "owner": "waterstad",
            "month": "2026-08",
            "followers": "9150",
            "impressions": "48210",
            "interactions": "1733",
        },
    ),
)
