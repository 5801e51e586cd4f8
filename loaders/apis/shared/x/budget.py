"""What X takes for what it gives, and the money that is left for it."""

from datetime import UTC, datetime

from loaders.apis.client import ApiError
from loaders.apis.shared.parking import next_month
from metrics.words import N_, Message

POST = 5
USER = 10
"""Prices in thousandths of a US dollar, pay-per-use since 6 February 2026."""


class Budget:
    """The money of a run in thousandths of a dollar. Nothing is asked that could cost more than what is left."""

    def __init__(self, dollars: float | None) -> None:
        if dollars is None:
            text = N_("X takes money for each post. Set a budget for a month for this connection first.")
            raise ApiError("broken", Message("x_no_budget", text))
        self.left = int(round(dollars * 1000, 6))

    def affords(self, price: int, most: int, least: int = 1) -> int:
        """How many things at this price may be asked for, at most `most`; "parked" where it is fewer than `least`."""
        number = min(most, self.left // price)
        if number < least:
            text = N_(
                "The budget for X is used up for this month. It goes on next month, or when you raise the budget."
            )
            raise ApiError("parked", Message("x_budget", text), until=next_month(datetime.now(UTC)))
        return number

    def paid(self, price: int, number: int) -> float:
        """Take the price of what came off the budget; what it was in dollars."""
        self.left -= price * number
        return price * number / 1000
