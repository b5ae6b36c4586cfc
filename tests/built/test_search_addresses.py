"""Wherever search leads, there is something: from every guide, and from none."""

import json
from pathlib import Path
from typing import Any

from tests.built.building import Sites
from tests.built.pages import BuiltSite
from tests.search.asking import Question, ask


def shelf(path: Path) -> dict[str, Any]:
    """What a file of search holds."""
    held: dict[str, Any] = json.loads(
        path.read_text("utf-8").strip().removeprefix("fwSearch(").removesuffix(");")
    )
    return held


def test_every_result_is_there(sites: Sites, node: Path) -> None:
    site = BuiltSite(sites.site("reference").folder)
    plans = {path.stem: shelf(path) for path in (site.folder / "search/plans").glob("*.js")}
    shelves = [*plans.values(), shelf(site.folder / "search/site.js")]
    # What lies on a page among other things has an anchor.
    titles = {find[1] for each in shelves for find in each["finds"] if len(find) > 3 and find[3]}
    readers = [("", ""), *((plan, min(held["guides"])) for plan, held in plans.items())]
    questions: list[Question] = [(*reader, title) for reader in readers for title in sorted(titles)]

    answers = ask(node, site.folder, questions)

    assert len(readers) > 3
    assert all(answer.results for answer in answers)
    addresses = {address for answer in answers for address in answer.addresses}
    faults = {address: site.fault(f"/{address}", "index.html") for address in addresses}
    assert {address: fault for address, fault in faults.items() if fault} == {}
