"""On a site of either engine, texts are shown as the dialect means them: element for element."""

from functools import cache, partial
from pathlib import Path

import pytest
from tests.built.building import Sites
from tests.built.rewriting import SmallProject
from tests.text.corpora import accepted, corpus, made, pages
from tests.text.dialect_html import meant, shown_in

from firstwin.text import gaps

MADE, ALL_MADE = 300, 1500
"""The texts of a grammar, beside those that somebody wrote down."""
PRODUCT = "Acme"


@cache
def texts(number: int) -> list[str]:
    """Texts that stand in YAML as they are."""
    found = accepted([*corpus(), *made(13, number)])
    return [text for text in found if text.replace("\n", "").isprintable() and is_filled(text)]


def is_filled(text: str) -> bool:
    """Whether the small project has a value for each gap."""
    return all(gap.name == "product.name" for gap in gaps(text))


def write_corpus(folder: Path, number: int) -> None:
    """The small project with a tutorial for each page of texts."""
    project = SmallProject(folder)
    steps = project.files["team/playbook.yml"]["phases"][-1]["steps"]
    for place, page in enumerate(pages(texts(number))):
        project.files[f"library/corpus-{place}.yml"] = {
            "type": "tutorial",
            "title": f"Page {place}",
            "goal": "All is shown as it is meant.",
            "minutes": "5",
            "actions": {f"t{at}": {"do": text} for at, text in enumerate(page)},
            "verify": "It is.",
        }
        steps.append({"use": f"corpus-{place}", "owner": "admin"})
    project.write()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_shows_texts_as_they_are_meant(sites: Sites, engine: str, *, full: bool) -> None:
    number = ALL_MADE if full else MADE
    write = partial(write_corpus, number=number)
    options = ("--engine", engine, "--no-strict")
    site = sites.of(f"corpus-{engine}", write, "customer", *options, built="customer")
    for place, page in enumerate(pages(texts(number))):
        html = (site.folder / f"tutorials/corpus-{place}/index.html").read_text("utf-8")
        found = shown_in(html, ".fw-action > .fw-prose")
        assert found == [meant(text, PRODUCT) for text in page]
