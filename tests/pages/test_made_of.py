"""Of each page it is known which files it is made of: one that changes nothing elsewhere is behind no other page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.built.rewriting import SmallProject

from firstwin.editions import render_edition
from firstwin.loading import load
from firstwin.models.values import Audience

# The same pages again and again: once is measured elsewhere.
pytestmark = pytest.mark.unmeasured

MARK = "quokka"
CONFIG = "site_config.yml"


@pytest.fixture(scope="module", params=list(Audience), ids=lambda audience: audience.value)
def audience(request: pytest.FixtureRequest) -> Audience:
    assert isinstance(request.param, Audience)
    return request.param


def marked(data: Any, project: SmallProject) -> Any:
    """The data of a file with a mark at the end of every text."""
    if isinstance(data, dict):
        return {key: marked(value, project) for key, value in data.items()}
    if isinstance(data, list):
        return [marked(value, project) for value in data]
    return f"{data} {MARK}" if project.kind(data) else data


def rendered(
    folder: Path, audience: Audience
) -> tuple[Mapping[str, bytes], Mapping[str, set[str]]]:
    """The Markdown of an edition, and the files each page is said to be made of."""
    loaded = load(folder / CONFIG)
    assert loaded.catalog
    edition, _ = render_edition(loaded.project, loaded.catalog, audience)
    return edition.markdown, {path: set(files) for path, files in edition.made_of().items()}


def test_a_page_that_changes_with_a_file_is_made_of_it(tmp_path: Path, audience: Audience) -> None:
    project = SmallProject(tmp_path / "small")
    project.write()
    before, made_of = rendered(project.folder, audience)
    assert set(made_of) == set(before)
    behind: set[str] = set()

    for name, data in list(project.files.items()):
        project.files[name] = marked(data, project)
        project.write()
        after, _ = rendered(project.folder, audience)
        changed = {path for path in before if after[path] != before[path]}
        said = {path for path, files in made_of.items() if f"playbooks/{name}" in files}
        assert changed <= said, name
        behind |= {f"playbooks/{name}"} if changed else set()
        project.files[name] = data

    assert set().union(*made_of.values()) >= behind
    assert len(behind) > 10


def test_a_page_is_not_made_of_what_others_show(audience: Audience) -> None:
    folder = Path(__file__).parents[2]
    _, made_of = rendered(folder, audience)

    admin = made_of["enterprise/admin/index.md"]
    assert "playbooks/enterprise/admin.yml" in admin
    assert not {path for path in admin if path.startswith("playbooks/smb/")}
    assert "playbooks/enterprise/champion.yml" not in admin
    assert "playbooks/failures.yml" not in admin
    assert made_of["glossary/index.md"] == {
        f"playbooks/{name}.yml" for name in ("glossary", "roles", "tiers")
    }
