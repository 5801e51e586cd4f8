"""What holds for the project as a whole."""

import ast
import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("components", "data", "evals", "loaders", "metrics")


def modules() -> list[str]:
    names = []
    for package in PACKAGES:
        names.append(package)
        names += [
            m.name
            for m in pkgutil.walk_packages([str(ROOT / package)], f"{package}.")
            if ".migrations" not in m.name and not m.name.endswith("__main__")
        ]
    return names


def sources() -> list[Path]:
    folders = (*PACKAGES, "pages")
    return [ROOT / "app.py"] + [p for f in folders for p in (ROOT / f).rglob("*.py") if "migrations" not in p.parts]


def test_locale_is_no_package() -> None:
    """An `__init__.py` there would hide Python's own `locale`, and gettext would fail."""
    assert not list((ROOT / "locale").rglob("__init__.py"))


def test_no_test_folder_is_a_package() -> None:
    """`tests/data/__init__.py` would make it *be* the package `data`."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_public_functions_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, f"{path.name} has no docstring"
    missing = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not missing


@pytest.mark.parametrize("path", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_links_in_the_documentation_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_python_in_the_documentation_runs(path: Path) -> None:
    for block in re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), flags=re.DOTALL):
        exec(compile(block, path.name, "exec"), {})


def test_make_targets_in_the_documentation_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for path in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        assert set(re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8"))) <= targets, path.name
