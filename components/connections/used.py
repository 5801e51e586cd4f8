"""What fetching takes, in words: money, or units of what a platform allows in a day."""

from components.i18n import _, ngettext, number


def money(dollars: float) -> str:
    """An amount in US dollars, to the cent.

    >>> money(1234.5)
    'US$ 1,234.50'
    """
    whole, cents = divmod(round(dollars * 100), 100)
    point = number(0.5)[1]  # as the reader's language writes it
    return f"US$ {number(whole)}{point}{cents:02d}"


def used_words(quota: int, cost: float, budget: float | None) -> str:
    """What was used; "nothing" where the platform counts neither."""
    if budget is not None:
        return _("{cost} of {budget} this month", cost=money(cost), budget=money(budget))
    if cost:
        return _("{cost} this month", cost=money(cost))
    if quota:
        return ngettext("{n} unit of the quota this month", "{n} units of the quota this month", quota)
    return _("nothing")
