"""The platforms that departments agreed to use, each with the reason why."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Engine, select

from data.access import Access
from data.declared.lists import clean, save_list
from data.errors import StoreError
from data.queries.frames import read
from data.registers.department_register import require_all_departments
from data.schema import agreed_platform
from data.store import writing
from metrics.platforms import NAMES
from metrics.words import N_, Message


def agreed_platforms(engine: Engine, access: Access) -> pd.DataFrame:
    """The agreed platforms, by code.

    Columns: platform, reason ("" when none was given), is_demo.
    """
    access.require("read")
    statement = select(agreed_platform).order_by(agreed_platform.c.platform)
    return read(engine, statement, {"platform": "str", "reason": "str", "is_demo": "bool"})


def save_agreed_platforms(engine: Engine, access: Access, agreed: Mapping[str, str], is_demo: bool = False) -> None:
    """Make these the agreed platforms: reasons by platform. Others are agreed no longer.

    Raises `StoreError` for a platform that is not known, and `AccessDeniedError`.
    """
    require_all_departments(access)
    for platform in agreed:
        if platform not in NAMES:
            text = N_("“{value}” is not known. Use one of these: {allowed}.")
            values = {"value": platform, "allowed": ", ".join(NAMES)}
            raise StoreError(Message("unknown_platform", text, values))
    with writing(engine) as connection:
        wanted = {(platform,): {"reason": clean(reason)} for platform, reason in agreed.items()}
        save_list(connection, agreed_platform, wanted, is_demo)
