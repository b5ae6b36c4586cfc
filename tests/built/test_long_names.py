"""A name that no sign parts, such as that of a field or an account, widens no page: whatever it is the name of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import NARROW, WIDE, Visitor, overflowing, served, unfold
from tests.built.building import Sites, copy_small
from tests.built.pages import BuiltSite

pytestmark = pytest.mark.browser

NAME = "customer_success_platform_integration_service_account.with.dots"
TERM = "customer_success_platform_glossary_entry.with.dots"
PROSE = ("text:", "do:", "see:")
TEXT = re.compile(
    r"(?m)^( *(?:- )?(?:title|text|summary|outcome|label|meaning|for|responds|done_when|do|see|goal|question): )"
    r"""([^"'|>{\[\n#][^\n#:]*[^\n#: ])$"""
)


def write_long_names(folder: Path) -> None:
    """The small project, with such a name at the end of each text on one line; in prose the name of a term, too."""
    copy_small(folder)
    glossary = folder / "playbooks/glossary.yml"
    text = glossary.read_text("utf-8")
    assert text.count("- reports\n") == 1
    glossary.write_text(text.replace("- reports\n", f"- reports\n      - {TERM}\n"), "utf-8")
    count = 0
    for path in folder.glob("playbooks/**/*.yml"):
        text, found = TEXT.subn(_named, path.read_text("utf-8"))
        path.write_text(text, "utf-8")
        count += found
    assert count > 90


def _named(found: re.Match[str]) -> str:
    key, text = found.groups()
    return f"{key}{text} {TERM} {NAME}" if key.strip("- ") in PROSE else f"{key}{text} {NAME}"


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_name_widens_a_page(sites: Sites, browser: Browser, width: int) -> None:
    site = sites.of("long-names", write_long_names, "customer", "--no-strict", built="customer")
    pages = [name for name in BuiltSite(site.folder).pages if "/champion/" not in name]
    wide = {}
    terms = 0
    with served(site.folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open(width=width, java_script_enabled=False)
        for name in pages:
            page.goto(address + name)
            unfold(page)
            terms += page.locator("button.fw-term", has_text=TERM).count()
            if found := overflowing(page):
                wide[name] = found
        visitor.close()
    assert wide == {}
    assert terms > 0
