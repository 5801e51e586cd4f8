"""Which department of the demo city each topic of the list belongs to."""

from collections.abc import Mapping

from sqlalchemy import Engine, update

from data import topics
from data.access import Access
from data.schema import topic
from data.store import writing

OWNERS = {
    "publiek": ("passports", "registration", "driving_licences", "contact", "elections", "building_permits"),
    "beheer": ("greenery", "roads", "lighting", "water_sewer", "litter", "playgrounds"),
    "mobiliteit": ("parking", "parking_permits", "traffic", "cycling", "roadworks", "public_transport"),
    "veilig": ("safety", "noise", "enforcement", "fireworks"),
    "cultuur": ("events", "culture", "libraries"),
    "duurzaam": ("waste", "recycling", "energy", "solar_wind", "climate"),
    "sport": ("sport", "youth"),
    "communicatie": ("communication", "participation", "council"),
}
"""Key of a department -> codes of topics."""


def add_owners(engine: Engine, access: Access, departments: Mapping[str, int]) -> None:
    """Give topics to their departments, where nobody has given them to one."""
    access.require("write")
    topics.ready(engine)
    with writing(engine) as connection:
        for key, codes in OWNERS.items():
            free = topic.c.code.in_(codes) & topic.c.owner_id.is_(None)
            connection.execute(update(topic).where(free).values(owner_id=departments[key]))
