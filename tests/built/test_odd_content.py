"""Content that pages once showed wrong: names with capitals, nobody to ask, long names of fields, items behind groups, targets that
read alike, agendas with many points, a single tier.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser
from tests.browser import NARROW, WIDE, Visitor, overflowing, served, unfold
from tests.built.building import Site, Sites, copy_small

NAMES = {"Champion": "iOS Lead", "Admin": "DevOps Engineer", "Success manager": "QBR Owner"}
"""Titles of roles, and what the project calls them: no sentence may write their capitals small."""
MAPPING = """          - from: Client
            to: Account
            rule: One account for each client
"""
FIELDS = """          - from: Account.Billing_Contact_Email__c
            to: customer.billing_contact.email_address
            rule: normalize_billing_contact_email_address_before_import
          - from: Opportunity.Expected_Renewal_Amount_In_Local_Currency__c
            to: customer.contract.expected_renewal_amount
            rule: "`round_half_even_to_two_decimals_in_local_currency`"
"""
AGENDA = "          - Introductions (5 min)\n"
MANY = "".join(f"          - {number} questions about the plan\n" for number in range(1, 10))
METRIC = """  {id}:
    title: {title}
    meaning: What is counted.
    formula: One by one
    targets:
      team:
        value: 60%
        meaning: of the people invited
        source: Acme, plans of the last year
"""
ALIKE = ("Reports a week", "Sign-ins a week")


def write(folder: Path) -> None:
    copy_small(folder)
    books = folder / "playbooks"
    plan = books / "team" / "playbook.yml"
    text = plan.read_text("utf-8").replace(MAPPING, FIELDS).replace(AGENDA, AGENDA + MANY)
    ids = [title.lower().replace(" ", "-") for title in ALIKE]
    listed = "".join(f"          - {each}\n" for each in ids)
    plan.write_text(text.replace("          - activation\n", listed), "utf-8")
    metrics = [METRIC.format(id=each, title=title) for each, title in zip(ids, ALIKE, strict=True)]
    (books / "metrics.yml").write_text("metrics:\n" + "".join(metrics), "utf-8")
    (books / "contacts.yml").unlink()
    for file in books.rglob("*.yml"):
        said = re.sub(r"(?m)^contacts:\n(  .*\n)*|^ *stuck: .*\n", "", file.read_text("utf-8"))
        file.write_text(said, "utf-8")
    roles = (books / "roles.yml").read_text("utf-8")
    for title, name in NAMES.items():
        roles = re.sub(rf"title: {title}\n(    in_sentence: .*\n)?", f"title: {name}\n", roles)
    (books / "roles.yml").write_text(roles, "utf-8")
    config = folder / "site_config.yml"
    config.write_text(re.sub("(?m)^stuck: .*\n", "", config.read_text("utf-8")), "utf-8")


@pytest.fixture(scope="module")
def site(sites: Sites) -> Site:
    return sites.of("odd-content", write, "customer", "--no-strict", built="customer")


def words(site: Site) -> dict[str, str]:
    """What each page says."""
    said = {}
    for file in site.folder.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        for node in tree.css("script, style"):
            node.decompose()
        said[str(file.relative_to(site.folder))] = tree.text(separator=" ")
    return said


def test_names_of_roles_keep_their_capitals(site: Site) -> None:
    said = words(site)
    assert "DevOps Engineer" in said["team/admin/index.html"]
    assert "iOS Lead" in said["team/champion/index.html"]
    for name in NAMES.values():
        pattern = re.compile(re.escape(name), re.IGNORECASE)
        found = {each for text in said.values() for each in pattern.findall(text)}
        assert found == {name}


def test_nobody_is_offered_where_there_is_nobody_to_ask(site: Site) -> None:
    for name, text in words(site).items():
        assert "Stuck?" not in text, name
        assert "Ask a person" not in text, name


def test_targets_that_read_alike_are_led_by_the_names_of_their_metrics(site: Site) -> None:
    page = LexborHTMLParser((site.folder / "team/champion/use/index.html").read_text("utf-8"))
    tiles = [" ".join(node.text(separator=" ").split()) for node in page.css(".fw-metrics > *")]
    assert [tile for tile in tiles if any(title in tile for title in ALIKE)] == tiles
    assert len(set(tiles)) == len(tiles) == len(ALIKE)


def test_a_single_tier_is_not_to_be_chosen(site: Site) -> None:
    said = words(site)["index.html"]
    assert "Choose your plan" not in said
    assert "role" in said


@pytest.mark.browser
@pytest.mark.parametrize("width", [WIDE, 390, NARROW])
def test_long_names_of_fields_keep_to_their_columns(
    site: Site, browser: Browser, width: int
) -> None:
    with served(site.folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open("team/admin/set-up/", width, java_script_enabled=False)
        unfold(page)
        assert overflowing(page) == []
        assert sticking_out(page, ".fw-mapping") == []
        page.emulate_media(media="print")
        assert sticking_out(page, ".fw-mapping") == []
        visitor.close()


def sticking_out(page: Page, selector: str) -> list[str]:
    """The cells of a table whose words reach out of them, or that stand out of what holds the table."""
    found: list[str] = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].flatMap(table => {
          const box = table.getBoundingClientRect();
          return [...table.querySelectorAll('th, td')].filter(cell => {
            const own = cell.getBoundingClientRect();
            return cell.scrollWidth > cell.clientWidth + 1 || own.right > box.right + 1;
          }).map(cell => cell.textContent.trim());
        })""",
        selector,
    )
    return found


@pytest.mark.browser
def test_numbers_of_points_stand_apart_from_their_words(site: Site, browser: Browser) -> None:
    with served(site.folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open("team/champion/plan/", NARROW, java_script_enabled=False)
        unfold(page)
        gaps = page.locator(".fw-agenda ol > li").evaluate_all(
            """lines => lines.map(line => {
              const canvas = document.createElement('canvas').getContext('2d');
              const style = getComputedStyle(line, '::before');
              canvas.font = style.font;
              const number = [...line.parentElement.children].indexOf(line) + 1;
              const start = line.getBoundingClientRect().left + parseFloat(style.paddingInlineStart || 0);
              return line.querySelector('p').getBoundingClientRect().left - start - canvas.measureText(`${number}`).width;
            })"""
        )
        assert len(gaps) == len(MANY.splitlines()) + 3
        assert min(gaps) > 4
        visitor.close()


@pytest.mark.browser
def test_an_item_behind_a_group_is_none_of_its_lines(site: Site, browser: Browser) -> None:
    with served(site.folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open("team/admin/plan/", java_script_enabled=False)
        unfold(page)
        edges = page.locator("#prerequisites .fw-checklist li").evaluate_all(
            "lines => lines.map(line => [line.getBoundingClientRect().top, line.getBoundingClientRect().bottom])"
        )
        (_, key), (firewall, end), (alone, last), (logo, _) = edges
        assert alone - end > 3 * max(firewall - key, logo - last, 4)
        box = page.locator("#prerequisites .fw-checklist__group + ul")
        assert box.evaluate("list => getComputedStyle(list).borderBlockStartWidth") == "1px"
        assert box.evaluate("list => !list.closest('.fw-checklist__group')")
        visitor.close()
