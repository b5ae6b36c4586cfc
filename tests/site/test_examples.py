"""The examples of `firstwin explain` about built sites are true."""

from pathlib import Path

import pytest
from tests.files import lay
from tests.trees import MARKDOWN, emit_tree

from firstwin.diagnostics import Code
from firstwin.site import CODES, Engine, Places, build_site

PAGES = {**MARKDOWN, "enterprise/admin/index.md": "# Admin\n"}
FOOTER = '{%% if page and page.url == "enterprise/" %%}\n%s\n{%% endif %%}\n'
"""The example stands in a template of the theme, for one page."""


def codes_of(project: Path, example: str) -> set[str]:
    theme = {"images/logo.svg": "<svg/>", "assets/widget.js": "//"}
    lay(project / "theme", {**theme, "partials/firstwin/footer.html": FOOTER % example})
    tree = emit_tree(project, markdown=PAGES)
    (project / "site").mkdir()
    places = Places(project, project / "theme", tree.folder)
    found = build_site(places, project / "site", Engine.MKDOCS, None)
    # The page of the guide stands in no navigation, of which the engine warns.
    return {one.code.id for one in found} - {"FW906"}


@pytest.mark.parametrize("code", [code for code in CODES if code.wrong], ids=lambda code: code.id)
def test_an_example_is_true(code: Code, tmp_path: Path) -> None:
    assert codes_of(tmp_path / "wrong", code.wrong) == {code.id}
    assert codes_of(tmp_path / "right", code.right) == set()
