"""A small project of two plans, and all that is written of an edition: for tests of how editions are made."""

from pathlib import Path
from shutil import copytree

from firstwin.editions import Rendered
from tests.edits import SMALL
from tests.files import lay


def written_of(edition: Rendered) -> dict[str, bytes]:
    """All that is written of an edition, in its order, but copies and what stands around pages."""
    files = {file.path: file.source.encode() or file.content for file in edition.outline.files}
    return {**edition.markdown, **files}


def two_plans(folder: Path) -> Path:
    """The small project with its plan once more, for another tier."""
    playbooks = Path(copytree(SMALL, folder)) / "playbooks"
    copytree(playbooks / "team", playbooks / "solo")
    for name in ("tiers.yml", "solo/playbook.yml"):
        text = (playbooks / name).read_text("utf-8")
        tier = text.partition("tiers:\n")[2].replace("team:", "solo:").replace("Team", "Solo")
        lay(playbooks, {name: (text + tier).replace("tier: team", "tier: solo")})
    return folder
