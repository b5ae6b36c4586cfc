"""The public face: what can be imported, and how it is called."""

import inspect
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

import firstwin

SURFACE = {
    "Audience",
    "Built",
    "Code",
    "Diagnostic",
    "Engine",
    "FirstwinError",
    "Loaded",
    "Related",
    "Report",
    "Severity",
    "Span",
    "WrongUseError",
    "__version__",
    "build",
    "check",
    "load",
    "verify",
}

SIGNATURES = {
    "load": (
        "(config: 'str | Path' = 'site_config.yml', *, today: 'date | None' = None, customers: 'Iterable[Path]' = ()) -> 'Loaded'"
    ),
    "check": (
        "(config: 'str | Path' = 'site_config.yml', *, today: 'date | None' = None, draft: 'bool' = False) -> 'Report'"
    ),
    "build": (
        "(config: 'str | Path' = 'site_config.yml', *, "
        "editions: 'Iterable[Audience | str]' = (<Audience.CUSTOMER: 'customer'>,), "
        "output: 'str | Path | None' = None, "
        "build_dir: 'str | Path | None' = None, "
        "engine: 'Engine | str' = <Engine.MKDOCS: 'mkdocs'>, "
        "manifest: 'bool' = False, gate: 'bool' = False, offline: 'bool' = False, strict: 'bool' = True, processes: 'int' = 1, "
        "slices: 'Iterable[Store]' = (), progress: 'Progress' = <function>, page_progress: 'PageProgress' = <function>, "
        "in_place: 'Callable[[Built], None]' = <function>) -> 'Built'"
    ),
    "verify": (
        "(folder: 'str | Path', manifest: 'str | Path | None' = None, *, "
        "added: 'Collection[str]' = ()) -> 'Report'"
    ),
}

FIELDS = {
    "Loaded": ["config", "project", "catalog", "report", "sources"],
    "Report": ["diagnostics", "lines", "unseen"],
    "Built": ["report", "sites", "allowed"],
    "Diagnostic": ["code", "message", "span", "hint", "related", "level"],
    "Span": ["path", "line", "column", "end_line", "end_column", "field"],
    "Code": ["id", "severity", "title", "explanation", "wrong", "right"],
}


def test_the_names_are_these_and_no_others() -> None:
    assert set(firstwin.__all__) == SURFACE
    assert set(dir(firstwin)) == SURFACE
    for name in SURFACE:
        assert getattr(firstwin, name) is not None


@pytest.mark.parametrize("name", SIGNATURES)
def test_functions_are_called_like_this(name: str) -> None:
    function = getattr(firstwin, name)
    shown = str(inspect.signature(function))
    assert re.sub(r"<function \w+ at 0x\w+>", "<function>", shown) == SIGNATURES[name]
    assert function.__doc__


@pytest.mark.parametrize("name", FIELDS)
def test_values_have_these_fields(name: str) -> None:
    kind = getattr(firstwin, name)
    assert list(kind.__dataclass_fields__) == FIELDS[name]
    assert kind.__doc__


def test_another_name_is_an_error_that_says_so() -> None:
    with pytest.raises(AttributeError, match="has no attribute `bulid`"):
        firstwin.bulid  # noqa: B018  # that is what is tested


def test_the_version_is_that_of_what_is_installed() -> None:
    assert firstwin.__version__ == version("firstwin")


BUILDING = {f"firstwin.{name}" for name in ("output", "pages", "render", "resolve", "site")} | {
    "jinja2"
}
"""What whoever checks does not wait for."""


@pytest.mark.parametrize(
    ("program", "heavy"),
    [
        ("import firstwin", {"pydantic", "yaml", "mkdocs", "jinja2", "click", "rich"}),
        ("import firstwin.cli", {"pydantic", "yaml", "mkdocs", "jinja2", "rich"}),
        ("import firstwin; firstwin.check", {"mkdocs", "watchfiles", "click", "rich"}),
        ("import firstwin; firstwin.check", BUILDING),
        ("import firstwin.cli.check_command", BUILDING),
    ],
)
def test_what_is_not_needed_is_not_loaded(program: str, heavy: set[str]) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert not heavy & set(shown.stdout.split())
