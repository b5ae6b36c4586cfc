"""Links inside the site lead from page to page, and where an edition lacks what they mean, their words stand alone."""

import re
from pathlib import Path

import pytest
from tests.edits import project

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.render import render
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.sources import read
from firstwin.validate import validate
from firstwin.words import words_in

ABOUT = """\
---
title: About
---
See [call](step:team/kickoff-call), [sso](tutorial:connect-sso), [quiz](quiz:report-quiz), [word](term:report),
[who](page:security#who-reads-it), [itself](page:about), [data](step:team/import-data) and [theirs](page:partners).
"""
PARTNERS = "---\ntitle: Partners\naudience: partner\n---\nAsk us.\n"
STEP = """\
-        summary: Nobody waits for a password later.
+        summary: See [call](step:kickoff-call), [sso](tutorial:connect-sso), [safe](page:security) and [theirs](page:partners).

-          - title: System requirements
-            url: https://docs.acme.example/requirements
+          - {title: "The *sign-on* & more", url: tutorial:connect-sso}
+          - {title: Why it is safe, url: page:security}
+          - {title: Not for everybody, url: page:partners}
+          - {title: Elsewhere, url: "https://acme.example/a(b)?c=1&d=2"}
"""
TIER = """\
-    stuck: Call [the front desk](tel:+15550123) & ask for Ada. She answers at once.
+    stuck: Read [our answers](page:security).
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The pages of two editions as Markdown."""
    folder = tmp_path_factory.mktemp("ways")
    edits = {"file pages/about.md": ABOUT, "file pages/partners.md": PARTNERS}
    edits |= {"edit playbooks/team/playbook.yml": STEP, "edit playbooks/tiers.yml": TIER}
    sources, unreadable = read(project(folder, edits))
    catalog, wrong = validate(sources)
    assert [*unreadable, *wrong] == []
    assert catalog
    pages = {
        audience.value: lay_out(resolve(select(catalog, audience)), words_in("en"))
        for audience in (Audience.CUSTOMER, Audience.INTERNAL)
    }
    return {name: dict(render(each, Path(folder))[0]) for name, each in pages.items()}


def links(text: str) -> dict[str, str]:
    return {words: url for url, words in re.findall(r'<a href="([^"]*)">([^<]*)</a>', text)}


def test_an_own_page_leads_to_all_there_is(pages: dict[str, dict[str, str]]) -> None:
    text = pages["customer"]["pages/about/index.md"]
    found = links(text)
    assert {name: found.get(name) for name in ("call", "sso", "quiz", "word", "who", "itself")} == {
        "call": "../../team/",
        "sso": "../../tutorials/connect-sso/",
        "quiz": "../../quizzes/report-quiz/",
        "word": "../../glossary/#report",
        "who": "../security/#who-reads-it",
        "itself": "./",
    }


def test_a_step_that_one_guide_alone_has_is_led_to(pages: dict[str, dict[str, str]]) -> None:
    found = links(pages["customer"]["pages/about/index.md"])
    assert found["data"] == "../../team/admin/set-up/#import-data"


def test_the_team_is_led_to_its_own_page_of_a_step(pages: dict[str, dict[str, str]]) -> None:
    found = links(pages["internal"]["pages/about/index.md"])
    assert found["call"] == "../../internal/plans/team/plan/#kickoff-call"
    assert found["theirs"] == "../partners/"


def test_what_an_edition_lacks_is_no_link_there(pages: dict[str, dict[str, str]]) -> None:
    text = pages["customer"]["pages/about/index.md"]
    assert "and theirs." in text
    assert "partners" not in "".join(pages["customer"].values())


def test_a_guide_leads_to_its_own_pages(pages: dict[str, dict[str, str]]) -> None:
    found = links(pages["customer"]["team/admin/plan/index.md"])
    assert found["sso"] == "../connect-sso/"
    assert found["call"] == "#kickoff-call"
    assert found["safe"] == "../../../pages/security/"


def test_a_link_of_a_step_leads_to_what_it_means(pages: dict[str, dict[str, str]]) -> None:
    text = pages["customer"]["team/admin/plan/index.md"]
    found = links(text)
    assert found["The &#42;sign-on&#42; &amp; more"] == "../connect-sso/"
    assert found["Why it is safe"] == "../../../pages/security/"
    assert found["Elsewhere"] == "https://acme.example/a(b)?c=1&amp;d=2"
    assert "<li>Not for everybody</li>" in text


def test_the_foot_of_a_plan_leads_there_from_each_page(pages: dict[str, dict[str, str]]) -> None:
    for path, up in (("team/index.md", "../"), ("team/admin/set-up/index.md", "../../../")):
        assert f'href=\\"{up}pages/security/\\"' in pages["customer"][path]


def test_no_page_holds_what_stands_for_a_way(pages: dict[str, dict[str, str]]) -> None:
    shown = "".join(text for edition in pages.values() for text in edition.values())
    assert "firstwin:" not in shown
    assert not re.search(r"\b(?:step|tutorial|quiz|term|page):[a-z]", shown)
