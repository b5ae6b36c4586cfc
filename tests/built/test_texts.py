"""On a site of either engine, texts are shown as the dialect means them: element for element."""

from functools import cache
from pathlib import Path

import pytest
from tests.built.building import Sites
from tests.built.rewriting import SmallProject
from tests.text.corpora import accepted, corpus, made, pages
from tests.text.dialect_html import meant, shown_in

from firstwin.text import gaps

MADE = 1500
PRODUCT = "Acme"


@cache
def texts() -> list[str]:
    """Texts that stand in YAML as they are."""
    found = accepted([*corpus(), *made(13, MADE)])
    return [text for text in found if text.replace("\n", "").isprintable() and is_filled(text)]


def is_filled(text: str) -> bool:
    """Whether the small project has a value for each gap."""
    return all(gap.name == "product.name" for gap in gaps(text))


def write_corpus(folder: Path) -> None:
    """The small project with a tutorial for each page of texts."""
    project = SmallProject(folder)
    steps = project.files["team/playbook.yml"]["phases"][-1]["steps"]
    for number, page in enumerate(pages(texts())):
        project.files[f"library/corpus-{number}.yml"] = {
            "type": "tutorial",
            "title": f"Page {number}",
            "goal": "All is shown as it is meant.",
            "minutes": "5",
            "actions": {f"t{place}": {"do": text} for place, text in enumerate(page)},
            "verify": "It is.",
        }
        steps.append({"use": f"corpus-{number}", "owner": "admin"})
    project.write()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_shows_texts_as_they_are_meant(sites: Sites, engine: str) -> None:
    site = sites.of(f"corpus-{engine}", write_corpus, "customer", "--engine", engine, "--no-strict")
    for number, page in enumerate(pages(texts())):
        html = (site.folder / f"tutorials/corpus-{number}/index.html").read_text("utf-8")
        found = shown_in(html, ".fw-action > .fw-prose")
        assert found == [meant(text, PRODUCT) for text in page]
