"""The demo city's guidelines: two versions of the city, and one department that differs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine

from data.access import Access
from data.guidelines import save_guideline
from loaders.demo.words import read
from metrics.guidelines.content import Guideline, Use


def add_guidelines(engine: Engine, access: Access, departments: Mapping[str, int], end: date) -> None:
    """Store the versions; `departments` are ids by key. Dates are so many days before the end of the demo."""
    for version in read("guidelines"):
        department = version.get("department")
        save_guideline(
            engine,
            access,
            _content(version, end),
            end - timedelta(days=version["days_before_end"]),
            department_id=departments[department] if department else None,
            is_demo=True,
        )


def _content(version: Mapping[str, Any], end: date) -> Guideline:
    """A version as written; one that is `like` another starts from that one."""
    base = Guideline()
    if "like" in version:
        base = _content(next(one for one in read("guidelines") if one["key"] == version["like"]), end)
    own = tuple(_use(rule, end) for rule in version["rules"])
    replaced = {use.rule for use in own}
    uses = tuple(use for use in base.uses if use.rule not in replaced) + own
    return replace(base, title=version["title"], prose={**base.prose, **version["prose"]}, uses=uses)


def _use(rule: Mapping[str, Any], end: date) -> Use:
    """A rule with its values; a review is so many days before the end."""
    values = {name: value for name, value in rule.items() if name not in ("rule", "reviewed_days_before_end")}
    if "reviewed_days_before_end" in rule:
        values["reviewed"] = (end - timedelta(days=rule["reviewed_days_before_end"])).isoformat()
    return Use(rule["rule"], values)
