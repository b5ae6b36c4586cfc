"""With plans that were kept an edition is what it is without, byte for byte."""

import random
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from msgspec.msgpack import encode
from tests.editions import two_plans, written_of
from tests.edits import SMALL
from tests.files import lay
from tests.imported import packages_of
from tests.mutations import with_changed_lines, with_changed_nodes
from tests.stores import Counting

from firstwin.caching.store import Store
from firstwin.editions import plan_editions, render_editions
from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.pages import Page, PlanSheets, Sheet
from firstwin.pages.page import File
from firstwin.pages.urls import Place
from firstwin.render.stored_plans import MADE_WITH, StoredPlans, WrittenPlan

REPOSITORY = Path(__file__).resolve().parents[2]
HOME = "templates/home.md.j2"
PHASE = "templates/phase.md.j2"
BESIDE: dict[str, tuple[str, ...]] = {
    "theme/extra.css": ("h1 { color: red }", ""),
    "theme/words/en.po": (
        'msgctxt "foot"\nmsgid "Stuck? Ask a person."\nmsgstr "Stuck? Ask us."\n',
        "",
    ),
    "theme/main.html": ('{% extends "base.html" %}', '{% extends "base.html" %} '),
    HOME: ("# Hello\n", "# Hi\n", "{{ view.nothing }}\n"),
    PHASE: ("# A phase\n", "{{ view }}\n", "{{ view.nothing }}\n"),
    "customers/acme.yml": ("name: Acme\nplaybook: team\nstart: 2026-12-01\n", "name: Acme\n"),
}
"""What may lie in a project beside its playbooks, one after the other."""


def _unasked() -> Page:
    raise AssertionError


PLAN = PlanSheets(
    ("given",),
    tuple(Sheet(Place(f"{name}/index.md"), _unasked, frozenset) for name in "ab"),
    (File("c.js", made=b"c"),),
)
PAGES, FILES = {"a/index.md": b"a", "b/index.md": b"b"}, {"c.js": b"c"}
WRITTEN = WrittenPlan(PAGES, FILES)
OTHERS: tuple[object, ...] = (
    [],
    {"pages": {}},
    {"pages": [], "files": []},
    {"pages": PAGES, "files": 3},
    {"pages": PAGES, "files": {}},
    {"pages": {"a/index.md": b"a", "b/index.md": 3}, "files": FILES},
    {"pages": dict(reversed(PAGES.items())), "files": FILES},
    {"pages": {"a/index.md": b"a", "../b.md": b"b"}, "files": FILES},
)
"""What is no `WRITTEN`."""


def looked_at(project: Path, audience: Audience, store: Store | None) -> tuple[object, ...] | None:
    """An edition and what is wrong with its templates; nothing of a project that is not built."""
    loaded = load(project / "site_config.yml")
    if loaded.catalog is None or not loaded.report.ok(strict=False):
        return None
    planned = plan_editions(loaded.project, loaded.catalog, [audience], store)
    (edition,), faults = render_editions(planned)
    made = written_of(edition)
    return list(made.items()), faults, edition.listed_elsewhere, edition.made_of()


def with_more_words(text: str, chance: random.Random, count: int) -> str:
    """Texts with a word more: most edits are no more than that."""
    lines = text.splitlines()
    said = [at for at, line in enumerate(lines) if line.endswith((".", "?")) and ": " in line]
    for at in chance.choices(said, k=count) if said else ():
        lines[at] = f"{lines[at][:-1]} now{lines[at][-1]}"
    return "\n".join(lines) + "\n"


def edited(project: Path, chance: random.Random) -> Callable[[], object]:
    """Change one file of a project, whatever it is; what undoes that."""
    written = sorted(project.glob("*.yml")) + sorted(project.glob("playbooks/**/*.yml"))
    path = project / chance.choice([*written, *written, *map(Path, BESIDE)])
    before = path.read_bytes() if path.is_file() else None
    if path in written:
        change = chance.choice(
            [with_more_words, with_more_words, with_changed_lines, with_changed_nodes]
        )
        lay(project, {str(path): change(path.read_text("utf-8"), chance, 1)})
    elif before is not None and chance.randrange(2):
        path.unlink()
    else:
        name = path.relative_to(project).as_posix()
        lay(project, {name: chance.choice(BESIDE[name])})
    return lambda: path.unlink() if before is None else lay(project, {str(path): before})


@pytest.mark.unmeasured  # by chance; others run through nearly all of it
def test_after_random_edits_an_edition_is_what_it_is_without_a_store(
    tmp_path: Path, *, full: bool
) -> None:
    project = _reference(tmp_path / "project") if full else two_plans(tmp_path / "project")
    store, chance = Counting(tmp_path / "store"), random.Random(52)
    for audience in Audience:
        looked_at(project, audience, store)
    built = 0
    for _ in range(240 if full else 10):
        undo, audience = edited(project, chance), chance.choice(list(Audience))
        plain = looked_at(project, audience, None)
        if plain is None:
            undo()
        else:
            assert looked_at(project, audience, store) == plain
            built += 1
    assert built > (80 if full else 3), "of so few valid edits nothing can be said"
    assert store.found
    assert store.missed > 1


def test_a_plan_is_made_again_with_what_it_is_made_of_alone(tmp_path: Path) -> None:
    project, store = two_plans(tmp_path / "project"), Counting(tmp_path / "store")
    looked_at(project, Audience.CUSTOMER, store)
    assert (store.found, store.missed) == (0, 2)

    def asked_again(name: str, old: str, new: str) -> tuple[int, int]:
        file = project / name
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        store.found = store.missed = 0
        assert looked_at(project, Audience.CUSTOMER, store)
        return store.found, store.missed

    assert asked_again("playbooks/team/playbook.yml", "summary: ", "summary: Now ") == (1, 1)
    assert asked_again("playbooks/team/playbook.yml", "summary: Now ", "summary: ") == (2, 0)
    assert asked_again("site_config.yml", "title: ", "title: New ") == (0, 2)
    lay(project, {HOME: "# Hello\n"})
    assert asked_again("site_config.yml", "x", "x") == (0, 2)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    store = Counting(tmp_path / "store")
    kept = StoredPlans(store, tmp_path)
    kept.write(PLAN, WRITTEN)

    assert kept.read(PLAN) == WRITTEN
    assert kept.read(PlanSheets(("other",), PLAN.sheets, PLAN.files)) is None
    assert StoredPlans(store, tmp_path, "other words").read(PLAN) is None


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"\xff", b"\x91" * 99999, b"\xdd\xff\xff\xff\xff"),
        *(encode(other) for other in OTHERS),
    ],
    ids=range(13),
)
def test_something_else_under_a_plans_key_is_no_plan(tmp_path: Path, content: bytes) -> None:
    store = Counting(tmp_path / "store")
    kept = StoredPlans(store, tmp_path)
    kept.write(PLAN, WRITTEN)
    kept.read(PLAN)

    store.write(store.keys[-1], content)

    assert kept.read(PLAN) is None


@pytest.mark.unmeasured  # others run through all of it
def test_with_a_fault_in_a_template_nothing_is_kept(tmp_path: Path) -> None:
    project, store = _small(tmp_path / "project"), Counting(tmp_path / "store")
    lay(project, {PHASE: "{{ view.nothing }}"})

    for _ in range(2):
        found = looked_at(project, Audience.CUSTOMER, store)
        assert found == looked_at(project, Audience.CUSTOMER, None)
        assert found
        assert found[1]
    assert store.found == 0


def test_a_template_that_changes_meanwhile_keeps_a_plan_from_being_kept(tmp_path: Path) -> None:
    store = Counting(tmp_path / "store")
    for text in ("# Hello", "# Hi"):
        kept = StoredPlans(store, tmp_path)
        lay(tmp_path, {HOME: text})
        kept.write(PLAN, WRITTEN)
        assert kept.read(PLAN) is None


def test_nothing_is_kept_where_nobody_can_say_what_templates_are(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "templates/more").symlink_to(tmp_path / "elsewhere")
    kept = StoredPlans(Counting(tmp_path / "store"), tmp_path)

    kept.write(PLAN, WRITTEN)

    assert kept.read(PLAN) is None


def _small(folder: Path) -> Path:
    return Path(copytree(SMALL, folder))


def _reference(folder: Path) -> Path:
    for name in ("playbooks", "pages", "files"):
        copytree(REPOSITORY / name, folder / name)
    lay(folder, {"site_config.yml": (REPOSITORY / "site_config.yml").read_text("utf-8")})
    return folder


def test_another_version_of_what_plans_are_made_with_makes_them_anew() -> None:
    assert packages_of("dates", "pages", "render", "text", "words") == set(MADE_WITH)
