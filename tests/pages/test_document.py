"""Documents: templates that readers fill in, each a page of the site and of the guides that lead to it."""

from collections.abc import Mapping
from pathlib import Path

from tests.resolve.small import small_guides, with_steps

from firstwin.link.progress import read_progress
from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.finds import finds_of_plan
from firstwin.pages.sitemap import site_map
from firstwin.pages.views import DocumentView
from firstwin.words import words_in

PLAN = {
    "playbooks/library/goals.yml": """
type: document
title: Success plan
summary: One page for both of us.
done_when: Both have signed.
sections:
  - title: What you want
    text: See [who signs](document:signed).
    fields:
      outcome: {label: The outcome, required: true}
      why: {label: Why, kind: paragraph}
    tables:
      numbers:
        title: Numbers
        columns: {what: What, today: Today}
        rows: {wait: {what: How long *they* wait}}
        empty_rows: 2
""",
    "playbooks/library/signed.yml": """
type: document
title: Signatures
done_when: Both have signed.
sections:
  - {title: Signed, fields: {by: Who}}
""",
}
LINKED = """
- id: write
  title: Write it down
  day: 3
  owner: admin
  links: [{title: The plan, url: "document:goals"}]
  done_when: It is written.
"""
USED = """
- use: goals
  title: Fill it in
  day: 3
  owner: admin
"""


def laid_out(
    folder: Path, steps: str, more: Mapping[str, str] = {}, audience: Audience = Audience.CUSTOMER
) -> dict[str, Page]:
    files = {**PLAN, **with_steps(steps), **more}
    return {
        page.path: page
        for page in lay_out(small_guides(folder, files, audience), words_in("en")).pages
    }


def view_at(pages: Mapping[str, Page], path: str) -> DocumentView:
    view = pages[path].view
    assert isinstance(view, DocumentView)
    return view


def test_a_document_has_what_is_printed_and_room_for_the_rest(tmp_path: Path) -> None:
    (section,) = view_at(laid_out(tmp_path, USED), "gold/admin/goals/index.md").sections
    assert [(each.key, each.type, each.required) for each in section.entries] == [
        ("goals/outcome", "text", True),
        ("goals/why", "", False),
    ]
    (table,) = section.tables
    assert table.columns == ("What", "Today")
    assert [[cell.key for cell in row] for row in table.rows] == [
        ["", "goals/numbers/wait/today"],
        ["goals/numbers/_1/what", "goals/numbers/_1/today"],
        ["goals/numbers/_2/what", "goals/numbers/_2/today"],
    ]
    assert table.rows[0][1].label == "Today · How long they wait"
    assert table.rows[1][1].label == "Today · Row 2"


def test_whatever_is_written_down_has_a_key_that_copies_keep(tmp_path: Path) -> None:
    (section,) = view_at(laid_out(tmp_path, USED), "gold/admin/goals/index.md").sections
    cells = [cell for table in section.tables for row in table.rows for cell in row]
    keys = [str(key) for key in (*(e.key for e in section.entries), *(c.key for c in cells)) if key]
    entries = {key: ["Two days", 5] for key in keys}
    copy = read_progress({"progress": {"version": 1, "entries": entries}})
    assert list(copy.entries) == keys


def test_a_step_leads_to_a_document_that_it_uses_or_links_to(tmp_path: Path) -> None:
    for steps in (USED, LINKED):
        pages = laid_out(tmp_path, steps)
        own, shared = pages["gold/admin/goals/index.md"], pages["documents/goals/index.md"]
        assert own.chrome.back
        assert own.chrome.back.url == f"../begin/#{'goals' if steps is USED else 'write'}"
        assert own.listed_as == shared.place
        (use,) = view_at(pages, shared.path).uses
        assert use.url == "../../gold/admin/goals/"
        assert view_at(pages, own.path).eyebrow == "Document · Step 1 of 2"
        assert "gold/sponsor/goals/index.md" not in pages


def test_what_a_document_links_to_is_in_its_edition_and_what_nothing_does_is_not(
    tmp_path: Path,
) -> None:
    pages = laid_out(tmp_path, LINKED)
    assert "documents/signed/index.md" in pages
    assert pages["documents/signed/index.md"].description == "Signatures"
    alone = laid_out(tmp_path / "alone", LINKED.replace("document:goals", "https://cairn.test"))
    assert not [path for path in alone if "goals" in path or "signed" in path]


def test_a_document_is_kept_from_whom_it_is_not_for(tmp_path: Path) -> None:
    narrow = {
        "playbooks/library/signed.yml": PLAN["playbooks/library/signed.yml"] + "audience: partner\n"
    }
    assert "documents/signed/index.md" not in laid_out(tmp_path, LINKED, narrow)
    seen = laid_out(tmp_path / "partner", LINKED, narrow, Audience.PARTNER)
    assert "documents/signed/index.md" in seen


def test_search_finds_a_document_and_all_that_it_says(tmp_path: Path) -> None:
    guides = small_guides(tmp_path, {**PLAN, **with_steps(USED)})
    finds = finds_of_plan(guides.plans["gold"], site_map(guides, words_in("en")))
    (found,) = (find for find in finds if find.kind == "document")
    assert (found.title, found.about) == ("Success plan", "One page for both of us.")
    assert "How long they wait" in found.text
