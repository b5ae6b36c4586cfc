"""Everything a person can type is documented, and the pages hold together."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import get_args

import click
import pytest
from click import Command, Context

import firstwin
from firstwin.api import CODES
from firstwin.cli import cli
from firstwin.diagnostics.page import codes_page
from firstwin.models.base import Model
from firstwin.models.config import SiteConfig

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "playbooks" / "README.md",
    ROOT / "theme" / "README.md",
]
COMMANDS = cli.list_commands(Context(cli))
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]*)(#[^)\s]*)?\)")
CODE = re.compile(r"^```.*?^```$|<!--.*?-->", re.MULTILINE | re.DOTALL)


@cache
def text(path: Path) -> str:
    return path.read_text("utf-8")


def command(name: str) -> Command:
    found = cli.get_command(Context(cli), name)
    assert found is not None
    return found


def options(name: str) -> list[str]:
    return [
        spelling
        for parameter in command(name).params
        if isinstance(parameter, click.Option)
        for spelling in (*parameter.opts, *parameter.secondary_opts)
    ]


def chapter(name: str) -> str:
    """What the operating guide says about a command."""
    page = text(ROOT / "docs/operating.md")
    found = re.search(rf"^### `firstwin {name}\b.*?(?=^##)", page, re.MULTILINE | re.DOTALL)
    assert found, f"docs/operating.md has no chapter about `firstwin {name}`"
    return found[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_chapter_with_every_option(name: str) -> None:
    said = chapter(name)
    for option in options(name):
        assert f"`{option}" in said, option


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`firstwin {name}" in text(ROOT / "README.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_the_group_explains_itself() -> None:
    assert "firstwin --version" in text(ROOT / "docs/operating.md")
    assert "--help" in text(ROOT / "docs/operating.md")


def test_the_page_of_codes_is_up_to_date(update_goldens: bool) -> None:
    page = ROOT / "docs/diagnostics.md"
    if update_goldens:
        page.write_text(codes_page(CODES.values()), "utf-8", newline="\n")
    assert page.read_text("utf-8") == codes_page(CODES.values()), "run `make docs`"


@pytest.mark.parametrize("code", CODES)
def test_every_code_says_what_is_wrong_and_what_to_do(code: str) -> None:
    found = CODES[code]
    assert re.fullmatch(r"FW\d{3}", found.id)
    assert found.title
    assert found.explanation.endswith((".", "`", ")"))
    assert bool(found.wrong) == bool(found.right)


def test_no_two_codes_share_a_name() -> None:
    defined = {
        id(code)
        for module in (
            "firstwin.sources.codes",
            "firstwin.validate.shape_codes",
            "firstwin.validate.reference_codes",
            "firstwin.render.codes",
            "firstwin.site.codes",
        )
        for code in vars(import_module(module)).values()
        if isinstance(code, firstwin.Code)
    }
    assert defined <= {id(code) for code in CODES.values()}


def keys(model: type[Model]) -> Iterator[str]:
    """The keys of a model and of the models in it."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Model):
                yield from keys(kind)


def test_every_key_of_the_configuration_is_explained_in_the_worked_example() -> None:
    example = text(ROOT / "site_config.yml")

    missing = [
        key
        for key in keys(SiteConfig)
        if not re.search(rf"^ *{key}:|`{key}`", example, re.MULTILINE)
    ]

    assert "colour_dark" in keys(SiteConfig)
    assert missing == []


def test_every_public_name_is_documented() -> None:
    told = text(ROOT / "docs/operating.md").split("## From Python")[1]

    assert [name for name in firstwin.__all__ if not re.search(rf"`{name}\b", told)] == []


def anchors(page: Path) -> set[str]:
    """The anchors a Markdown viewer makes of headings."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text(page)), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()).strip() for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(re.sub(r"`[^`\n]*`", "", CODE.sub("", text(page)))):
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), target
        if anchor and path.suffix == ".md":
            assert anchor.removeprefix("#") in anchors(path), target + anchor


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_has_no_heading_twice(path: Path) -> None:
    """Else it may hold a piece of itself, or of an older one."""
    if path.name == "CHANGELOG.md":
        return
    headings = re.findall(r"^#{1,2} .+$", CODE.sub("", text(path)), re.MULTILINE)
    assert len(headings) == len(set(headings))
