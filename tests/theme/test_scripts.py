"""Scripts of components: bundled into one that any page can load, typed, and committed as they are."""

import gzip
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.files import lay

from firstwin.system.bundled import THEME

SCRIPTED = Path(__file__).with_name("scripted")
"""A theme with two components that bring a script, and one that brings none."""
PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Scripts</title>
<p data-fw-hello="Ada">Hello</p>
<div><fw-count data-fw-hello="Grace"></fw-count></div>
<script src="firstwin.js"></script>
"""


def bundle(repository: Path, node: Path, theme: Path, out: Path) -> Path:
    """The script that every page loads."""
    subprocess.run([node, repository / "tools/scripts.mjs", theme, out], check=True)
    return out / "firstwin.js"


def test_the_committed_script_is_that_of_the_components(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    """Fails after a change of a component's script: `make scripts` writes the bundles anew."""
    bundle(repository, node, THEME, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.js")}
    committed = {path.name: path.read_bytes() for path in THEME.glob("overrides/assets/*.js")}
    assert made == committed
    assert set(made) == {
        "carry.js",
        "calendar.js",
        "document.js",
        "filter.js",
        "firstwin.js",
        "search.js",
        "value-log.js",
        "worker.js",
        "worksheet.js",
    }


def test_where_no_component_brings_a_script_there_is_none(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    (tmp_path / "components/plain").mkdir(parents=True)
    (tmp_path / "firstwin.js").touch()
    assert not bundle(repository, node, tmp_path, tmp_path).exists()


def test_the_same_scripts_give_the_same_bytes_wherever_they_lie(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    here = bundle(repository, node, SCRIPTED, tmp_path / "here").read_bytes()
    elsewhere = tmp_path / "deep" / "theme"
    for file in SCRIPTED.rglob("*.ts"):
        copy = elsewhere / file.relative_to(SCRIPTED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    assert bundle(repository, node, elsewhere, tmp_path / "there").read_bytes() == here
    assert str(tmp_path).encode() not in here


def test_what_is_loaded_later_is_a_script_of_its_own(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    lay(tmp_path, {f"components/both/both{ending}": "go()" for ending in (".ts", ".later.ts")})
    assert "go()" in bundle(repository, node, tmp_path, tmp_path).read_text("utf-8")
    assert "go()" in (tmp_path / "both.js").read_text("utf-8")


SHARED = {
    "scripts/shared.ts": "export { greet } from './words.ts';",
    "scripts/words.ts": "export const greet = () => 'Hello'; export const part = () => 'Goodbye';",
    "components/both/both.ts": "import { greet } from '../../scripts/words.ts'; use(greet)",
    "scripts/twice.ts": "import { greet } from './words.ts'; export const twice = () => greet() + greet();",
    "components/both/both.later.ts": (
        "import { twice } from '../../scripts/twice.ts';"
        "import { greet } from '../../scripts/words.ts';"
        "later(twice(), greet())"
    ),
}
"""A theme with a component that says the same at once and later."""


def test_what_is_loaded_later_takes_what_every_page_has(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    lay(tmp_path, SHARED)
    page = bundle(repository, node, tmp_path, tmp_path).read_text("utf-8")
    later = (tmp_path / "both.js").read_text("utf-8")
    assert [text.count("Hello") for text in (page, later)] == [1, 0]
    run = f"const use = () => {{}}, later = console.log, window = globalThis; {page}{later}"
    said = subprocess.run([node, "-e", run], check=True, capture_output=True, text=True).stdout
    assert said == "HelloHello Hello\n"


def test_what_is_not_shared_is_not_had_from_a_module_that_is(
    repository: Path, node: Path, tmp_path: Path
) -> None:
    later = "import { part } from '../../scripts/words.ts'; later(part())"
    lay(tmp_path, SHARED | {"components/both/both.later.ts": later})
    run = subprocess.run(
        [node, repository / "tools/scripts.mjs", tmp_path, tmp_path],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    fault = 'No matching export in "on-page:./scripts/shared.ts" for import "part"'
    assert f"components/both/both.later.ts:1:9: ERROR: {fault}\n" in run.stderr


def test_a_script_with_a_fault_is_not_bundled(repository: Path, node: Path, tmp_path: Path) -> None:
    script = tmp_path / "components/bad/bad.ts"
    script.parent.mkdir(parents=True)
    script.write_text('import "./nowhere.ts";')
    with pytest.raises(subprocess.CalledProcessError):
        bundle(repository, node, tmp_path, tmp_path)
    assert not (tmp_path / "firstwin.js").exists()


def test_scripts_are_what_their_types_say(repository: Path, node: Path) -> None:
    compiler = repository / "node_modules/typescript/bin/tsc"
    run = subprocess.run(
        [node, compiler, "--project", repository],
        cwd=repository,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (run.stdout, run.returncode) == ("", 0)


@pytest.mark.browser
def test_the_bundle_runs_in_a_page_that_was_opened_from_disk(
    repository: Path, node: Path, browser: Browser, tmp_path: Path
) -> None:
    bundle(repository, node, SCRIPTED, tmp_path)
    page = tmp_path / "index.html"
    page.write_text(PAGE, encoding="utf-8")
    shown = browser.new_page()
    try:
        faults: list[object] = []
        shown.on("pageerror", lambda fault: faults.append(fault))  # noqa: PLW0108  # no builtin will do
        shown.goto(page.as_uri())
        assert shown.locator("p").text_content() == "Hello, Ada – welcome"
        assert shown.locator("fw-count").text_content() == "5"
        assert faults == []
    finally:
        shown.close()


def test_all_scripts_together_are_small() -> None:
    """Search aside, which is loaded when it is opened. In bytes as a web server sends them."""
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 9))
        for path in THEME.glob("overrides/assets/*.js")
    }
    del sizes["search.js"]
    assert sum(sizes.values()) <= 30_000
