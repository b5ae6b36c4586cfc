"""The reference content, and a new project, build without a word of complaint: every edition, with both engines."""

import pytest
from tests.built.building import EDITIONS, Sites, run


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("project", ["reference", "new"])
def test_every_edition_builds_strict(sites: Sites, project: str, engine: str) -> None:
    built = [sites.site(project, edition, engine) for edition in EDITIONS]
    for site in built:
        assert (site.folder / "index.html").is_file()
    said = (built[0].project.parent / "said.txt").read_text("utf-8")
    assert "warning" not in said.lower()
    assert "error" not in said.lower()


def test_it_checks_clean(sites: Sites) -> None:
    done = run(sites.site("reference").project, "check")
    assert (done.returncode, done.stdout.strip()) == (0, "no problems")
