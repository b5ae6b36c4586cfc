"""What comes with firstwin builds without a word of complaint: every edition, with both engines.

Of the reference content Zensical builds the edition for customers alone (see `building`).
"""

import pytest
from tests.built.building import Sites, editions_of, run


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("project", ["reference", "new", "small"])
def test_every_edition_builds_strict(sites: Sites, project: str, engine: str) -> None:
    built = [sites.site(project, edition, engine) for edition in editions_of(project, engine)]
    for site in built:
        assert (site.folder / "index.html").is_file()
    said = (built[0].project.parent / "said.txt").read_text("utf-8")
    assert "warning" not in said.lower()
    assert "error" not in said.lower()


def test_it_checks_clean(sites: Sites) -> None:
    done = run(sites.site("reference").project, "check")
    assert (done.returncode, done.stdout.strip()) == (0, "no problems")
