"""What the organisation declared, as claims are checked against it: agreed platforms, partners, stakeholders."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.access import Access
from data.schema import agreed_platform, partner, stakeholder
from metrics.claims.frames import Partner


@dataclass(frozen=True)
class Declared:
    """Agreed platforms, which department works with which, and the organisations on the list, by id."""

    platforms: frozenset[str]
    partners: tuple[Partner, ...]
    stakeholders: frozenset[int]


def declared(engine: Engine, access: Access) -> Declared:
    """The lists, with the partners of the departments that this user may see. Raises `AccessDeniedError`."""
    access.require("read")
    seen = access.narrow(None)
    here = [] if seen is None else [partner.c.department_id.in_(sorted(seen))]
    columns = (partner.c.department_id, partner.c.partner_id, partner.c.times_a_quarter)
    with engine.connect() as connection:
        return Declared(
            frozenset(connection.scalars(select(agreed_platform.c.platform))),
            tuple(Partner(*row) for row in connection.execute(select(*columns).where(*here).order_by(*columns))),
            frozenset(connection.scalars(select(stakeholder.c.id))),
        )
