"""Puts the demo city into the store, through the importer like any file, and takes it out again."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import Engine

from data import registers
from data.access import Access
from data.queries.coverage import has_demo
from data.scoring import score
from loaders.demo import city
from loaders.demo.assessment import add_agreements, add_assessments
from loaders.demo.batches import batches
from loaders.demo.campaign import add_campaign
from loaders.demo.examples import add_examples
from loaders.demo.generate import END, POSTS, SEED, generate
from loaders.demo.goals import add_goals
from loaders.demo.guidelines import add_guidelines
from loaders.demo.happened import add_decision, add_events
from loaders.demo.logs import add_logs
from loaders.demo.norms import add_norms
from loaders.demo.owners import add_owners
from loaders.demo.removal import remove
from loaders.demo.tones import add_labels
from loaders.importer import import_batch

__all__ = ["load", "remove"]
Progress = Callable[[float], None]
_GENERATED, _IMPORTED = 0.15, 0.8  # shares of the work, for the progress bar
_REVIEW_EVERY = timedelta(days=365)


def load(
    engine: Engine,
    access: Access,
    seed: int = SEED,
    posts: int = POSTS,
    end: date = END,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Fill the store with the demo city; how many rows of each kind came in.

    A demo that is there already is taken out first. The departments, accounts and websites are marked as a demo, and so
    are the imports. Stopped half-way, it can simply be started again. Raises `StoreError` for fewer than 500 posts,
    `AccessDeniedError` without the right to write.
    """
    access.require("write")
    tell = progress or _silent
    made = generate(seed, posts, end)
    if has_demo(engine, access):
        remove(engine, access)
    tell(_GENERATED)
    departments, accounts, sites = _register(engine, access, end)
    add_agreements(engine, access, departments)
    add_goals(engine, access, departments, end)
    add_events(engine, access, end)
    add_decision(engine, access, departments, end)
    add_norms(engine, access, end)
    add_logs(engine, access, accounts, seed, end)
    add_owners(engine, access, departments)
    ready = list(batches(made))
    total = sum(batch.rows_read for batch in ready)
    done, rows = 0, dict.fromkeys(("posts", "comments", "account_days", "site_days"), 0)
    for batch in ready:
        own = {account.handle: accounts[account.key] for account in city.ACCOUNTS if account.platform == batch.platform}
        name = f"demo|{seed}|{posts}|{end}|{batch.file}"
        file_hash = hashlib.sha256(name.encode()).hexdigest()
        loaded = import_batch(engine, access, batch, own, sites=sites, is_demo=True, file_hash=file_hash)
        rows[batch.kind] += loaded.inserted
        done += batch.rows_read
        tell(_GENERATED + (_IMPORTED - _GENERATED) * done / total)
    add_assessments(engine, access, departments, end)
    score(engine, access, lambda share: tell(_IMPORTED + (1 - _IMPORTED) * share))
    add_labels(engine, access, made, seed, end)
    add_campaign(engine, access, departments, accounts, end)
    add_examples(engine, access, end)
    return rows


def _silent(_share: float) -> None:
    pass


def _register(engine: Engine, access: Access, end: date) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Add the departments, accounts, websites and guidelines; ids by department key, account key and host."""
    taken = {name.casefold() for name in registers.departments(engine, access)["name"]}
    departments = {
        one.key: registers.add_department(engine, access, _free(one.name, taken), is_demo=True, search=False)
        for one in city.DEPARTMENTS
    }
    accounts = {}
    for number, one in enumerate(city.ACCOUNTS):
        reviewed = end - timedelta(days=40 * number) + _REVIEW_EVERY  # the oldest of these is overdue
        accounts[one.key] = registers.add_account(
            engine,
            access,
            departments[one.department],
            one.platform,
            one.handle,
            name=one.name,
            owner_role=one.owner_role,
            purpose=one.purpose,
            review_date=reviewed.isoformat() if one.owner_role else None,
            is_demo=True,
            search=False,
        )
    sites = {
        host: registers.add_site(engine, access, departments[key], host, is_demo=True)
        for host, key in city.SITES.items()
    }
    add_guidelines(engine, access, departments, end)
    return departments, accounts, sites


def _free(name: str, taken: set[str]) -> str:
    """The name of a demo department, told apart from a real one of the same name."""
    return f"{name} ({city.NAME})" if name.casefold() in taken else name
