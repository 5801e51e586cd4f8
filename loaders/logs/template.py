"""The template for a log of removals. It is filled in like the others, but is no export: a log has its own reader."""

from loaders.templates.columns import PLATFORMS, mark
from loaders.templates.definition import Column, Template
from metrics.words import N_

MODERATION = Template(
    "moderation",
    "other",
    ("template-removals", "sjabloon-verwijderingen"),
    N_("Removals: one row per removal, or per day and reason"),
    (
        mark("removals", "verwijderingen"),
        Column("date", ("Date", "Datum"), N_("Year-month-day."), "day", needed=True),
        Column("platform", ("Platform", "Platform"), N_("The network."), choices=PLATFORMS),
        Column(
            "account",
            ("Account", "Account"),
            N_("Your account there: its handle or its name, as the list of accounts has it."),
            needed=True,
        ),
        Column(
            "action",
            ("Action", "Actie"),
            N_("Hidden or deleted."),
            needed=True,
            choices=("hidden", "deleted", "verborgen", "verwijderd"),
        ),
        Column(
            "reason",
            ("Reason", "Reden"),
            N_("Why. Empty means that no reason was given. A reason that is not in the list counts as “other”."),
            choices=(
                *("insult", "threat", "discrimination", "spam", "privacy", "off topic", "false information", "other"),
                *("belediging", "bedreiging", "discriminatie", "niet ter zake", "onjuiste informatie", "anders"),
            ),
        ),
        Column("rule", ("House rule", "Huisregel"), N_("The house rule that was cited, such as “rule 3”.")),
        Column("n", ("Number", "Aantal"), N_("How many comments the row stands for. Empty means 1."), "count"),
        Column(
            "appealed",
            ("Appeals", "Bezwaren"),
            N_("How many people objected: a number, yes or no. Empty means 0."),
        ),
        Column(
            "reversed",
            ("Put back", "Teruggedraaid"),
            N_("How many comments came back: a number, yes or no. Empty means 0."),
        ),
    ),
    (
        {
            "date": "2026-09-29",
            "platform": "facebook",
            "account": "waterstad",
            "action": ("hidden", "verborgen"),
            "reason": ("insult", "belediging"),
            "rule": ("rule 3", "huisregel 3"),
            "n": "2",
            "appealed": ("yes", "ja"),
            "reversed": ("no", "nee"),
        },
    ),
)
