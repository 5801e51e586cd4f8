"""What did you promise, and is it kept? Guidelines as prose and rules, each rule checked on each account."""

from components.i18n import _, say
from components.page import finding, page
from components.welcome import no_data
from metrics.guidelines.checks import headline
from pages._context import demo, filters
from pages._guidelines.builder import builder_section
from pages._guidelines.checked import account_choice, checks_section
from pages._guidelines.judged import judged, versions
from pages._guidelines.logs import logs_section
from pages._guidelines.posting_times import posting_times_section
from pages._guidelines.reading import reading_section


def main() -> None:
    """Draw the page. Without data the guideline can be read and written; its rules wait."""
    place = page(
        _("Guidelines"),
        question=_("Do you keep your own guidelines? Decide which rule to work on, or which promise to change."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        finding(
            place, _("There is nothing loaded yet, so no rule can be checked. You can write the guideline already.")
        )
        no_data("data.py")
    elif not versions():
        finding(place, _("There is no guideline yet. Start from a template below; its rules are then checked here."))
    else:
        account = account_choice(asked)
        found = [check for check in judged(asked).checks if account is None or check.account_id in (account, None)]
        finding(place, say(headline(found)))
        checks_section(asked, found, account)
    reading_section()
    builder_section()
    if asked is not None:
        posting_times_section(asked)
    logs_section()


main()
