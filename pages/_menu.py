"""The pages, listed once: the navigation, the document titles and the tests read this list.

A page is a file beside this one, named as its address. It enters the list when it works.
"""

from dataclasses import dataclass

from metrics.words import N_


@dataclass(frozen=True)
class Entry:
    """A page in the navigation: its address (and file name), its title in English, its icon."""

    name: str
    title: str
    icon: str


DEFAULT = "overview"
SECTIONS: dict[str, tuple[Entry, ...]] = {
    N_("Look"): (
        Entry("overview", N_("Overview"), ":material/dashboard:"),
        Entry("departments", N_("Departments"), ":material/account_balance:"),
        Entry("responsiveness", N_("Responsiveness"), ":material/forum:"),
        Entry("conversation", N_("Conversation"), ":material/chat:"),
        Entry("change", N_("Change"), ":material/timeline:"),
    ),
    N_("Organise"): (Entry("guidelines", N_("Guidelines"), ":material/rule:"),),
    N_("Improve"): (
        Entry("assessment", N_("Self-assessment"), ":material/checklist:"),
        Entry("maturity", N_("Maturity"), ":material/balance:"),
        Entry("plan", N_("Action plan"), ":material/event_available:"),
        Entry("goals", N_("Goals"), ":material/flag:"),
        Entry("campaigns", N_("Campaigns and tags"), ":material/campaign:"),
        Entry("practice", N_("Good practice"), ":material/lightbulb:"),
    ),
    N_("Data"): (
        Entry("data", N_("Exports and accounts"), ":material/upload_file:"),
        Entry("quality", N_("Data quality"), ":material/fact_check:"),
        Entry("connections", N_("Connections"), ":material/cloud_sync:"),
        Entry("settings", N_("Settings"), ":material/settings:"),
    ),
    N_("About"): (
        Entry("methods", N_("Methods"), ":material/functions:"),
        Entry("about", N_("About"), ":material/info:"),
    ),
}
PAGES: tuple[Entry, ...] = tuple(entry for entries in SECTIONS.values() for entry in entries)
