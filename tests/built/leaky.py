"""A project in which everything that is not for customers is a canary.

The small project, as it is for customers, and beside each of its pieces a copy that is narrower: steps,
items, notes, phases, a tier, library entries, vocabulary. Every text of a copy ends in a canary, a word
that stands in one place alone and says who may read it. So do the names of files, pictures, comments and
what lies around.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from tests.built.rewriting import MINUTES, SmallProject
from tests.files import lay

CANARY = re.compile(r"kanari[0-9]{4}(internal|partner)")
NARROW = ("internal", "partner")
# What two steps may not share, or what would make the copy a second one of its kind.
OF_ONE_STEP = ("needs", "first_value", "was", "only_if")
# The vocabularies whose entries say who may see them.
WITH_AUDIENCE = ("contacts", "glossary", "metrics", "plays")

Data = dict[str, Any]
Files = dict[str, Any]


def write_leaky(folder: Path) -> None:
    """Write the project into `folder`."""
    project, canaries = SmallProject(folder), _Canaries()
    customers = copy.deepcopy(project.files)
    # So that the plan stays within what is promised when everybody sees all of it.
    project.files["tiers.yml"]["tiers"]["team"]["minutes"] = {}
    for audience in NARROW:
        _Planter(project, customers, audience, canaries).plant()
    project.write(canaries.next("internal"))


class _Canaries:
    """Words that stand nowhere else."""

    def __init__(self) -> None:
        self.count = 0

    def next(self, audience: str) -> str:
        self.count += 1
        return f"kanari{self.count:04}{audience}"


class _Planter:
    """Adds to a project what only one narrow audience may read."""

    def __init__(
        self, project: SmallProject, customers: Files, audience: str, canaries: _Canaries
    ) -> None:
        self.project, self.audience, self._canaries = project, audience, canaries
        self.files, self.customers = project.files, customers
        self.names = {name: self.canary() for name in ("tier", "role", "condition")}
        self.entries = {
            Path(path).stem: self.canary() for path in self.customers if path.startswith("library/")
        }

    def canary(self) -> str:
        return self._canaries.next(self.audience)

    def plant(self) -> None:
        self._vocabulary()
        self._config()
        self._pages()
        self._library()
        self._steps()
        self._personas()
        self._tier()
        self._around()

    def full(self, data: Any) -> Any:
        """A copy in which every text ends in a canary. Nothing in it is for more than the audience."""
        if isinstance(data, dict):
            copied = {key: self.full(value) for key, value in data.items()}
            if "audience" in data:
                copied["audience"] = self.narrower(data["audience"])
            if "notes" in data:
                copied["notes"] = {self.audience: self.canary()}
            return copied
        if isinstance(data, list):
            return [self.full(value) for value in data]
        if not self.project.kind(data):
            return data
        text = MINUTES.sub("", data)
        return f"{text.rstrip()} {self.canary()}{data.removeprefix(text).rstrip()}"

    def narrower(self, audience: str) -> str:
        return "internal" if "internal" in (audience, self.audience) else "partner"

    def narrow(self, data: Data, **more: Any) -> Data:
        """The same, for this audience alone."""
        return {**self.full(data), "audience": self.audience, **more}

    def _vocabulary(self) -> None:
        side = "partner" if self.audience == "partner" else "vendor"
        role = self.customers["roles.yml"]["roles"]["csm"]
        self.files["roles.yml"]["roles"][self.names["role"]] = {**self.full(role), "side": side}
        condition: Data = {}
        for each in self.customers["conditions.yml"]["conditions"].values():
            condition |= self.full(each)
        self.files["conditions.yml"]["conditions"][self.names["condition"]] = condition
        for path in set(self.customers) & {f"{kind}.yml" for kind in WITH_AUDIENCE}:
            kind = path.removesuffix(".yml")
            for entry in self.customers[path][kind].values():
                self.files[path][kind][self.canary()] = self.narrow(entry)

    def _config(self) -> None:
        config = self.project.config
        config["footer"] += [self.narrow(config["footer"][0])]

    def _pages(self) -> None:
        """Own pages for the audience, wherever one finds pages."""
        for place in ("bar", "footer", "nowhere"):
            title, description, text = (self.canary() for _ in range(3))
            keys = f"title: {title}\ndescription: {description}\nplace: {place}\n"
            file = self.canary()
            table = f"{file};what was agreed with whom, and what nobody else need know\n"
            lay(self.project.folder, {f"files/{file}.csv": table})
            text = f"{text} [{text}](file:{file}.csv)"
            page = f"---\n{keys}audience: {self.audience}\n---\n## {title}\n\n{text}\n"
            lay(self.project.folder, {f"pages/{self.canary()}.md": page})

    def _library(self) -> None:
        """A copy of each entry for the audience, and one that nobody uses."""
        picture = f"images/{self.canary()}.svg"
        for id_, name in self.entries.items():
            entry = self.customers[f"library/{id_}.yml"]
            for path in (name, self.canary()):
                copied = self.narrow(entry)
                for action in copied.get("actions", {}).values():
                    if "image" in action:
                        action["image"] = picture
                self.files[f"library/{path}.yml"] = copied
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{self.canary()}</title></svg>'
        lay(self.project.playbooks / "library", {picture: drawing})

    def _steps(self) -> None:
        """In each phase a copy of each step, and in each step notes and items; a whole phase."""
        playbook = self.files["team/playbook.yml"]
        phases = self.customers["team/playbook.yml"]["phases"]
        for phase, of_customers in zip(playbook["phases"], phases, strict=False):
            for step in phase["steps"]:
                if "audience" not in step:
                    step.setdefault("notes", {})[self.audience] = self.canary()
                    step["items"] = step.get("items", {}) | self._items()
            phase["steps"] += [self.step(step) for step in of_customers["steps"]]
        more = [self.step(step) for step in phases[0]["steps"]]
        playbook["phases"].append(self.narrow(phases[0], id=self.canary(), steps=more))
        for touchpoint in self.customers["team/playbook.yml"]["touchpoints"].values():
            playbook["touchpoints"][self.canary()] = self.narrow(touchpoint)

    def step(self, step: Data) -> Data:
        """A step like another, for the audience."""
        kept = {key: value for key, value in step.items() if key not in OF_ONE_STEP}
        more: Data = {"id": self.canary(), "owner": self.names["role"]}
        more["only_if"] = {self.names["condition"]: "cloud"}
        if "use" in step:
            more["use"] = self.entries[step["use"]]
        return self.narrow(kept, **more)

    def _items(self) -> Data:
        """Items for the audience, single and in a group."""
        single: Data = {"text": self.canary(), "audience": self.audience}
        group = {
            "title": self.canary(),
            "audience": self.audience,
            "items": {self.canary(): single},
        }
        return {self.canary(): single, self.canary(): group}

    def _personas(self) -> None:
        """What a guide for customers holds for others, and a guide of their own."""
        admin = self.files["team/admin.yml"]
        steps = self.files["team/playbook.yml"]["phases"][0]["steps"]
        hidden, adjusted = [step for step in steps if step.get("owner") == self.names["role"]][:2]
        for step in (hidden, adjusted):
            step["informed"] = [*step.get("informed", ()), "admin"]
        admin["hide"].append(hidden["id"])
        admin["adjust"][adjusted["id"]] = {
            "title": self.canary(),
            "notes": {"internal": self.canary()},
        }
        admin["adjust"].setdefault("go-live", {"notes": {}})["notes"][self.audience] = self.canary()
        admin["add"]["set-up"].append(self.step(admin["add"]["set-up"][0]))
        self._guide("team")

    def _tier(self) -> None:
        """A whole tier for the audience; its champion is on the audience's side."""
        tier, role, tiers = self.names["tier"], self.names["role"], self.files["tiers.yml"]["tiers"]
        tiers[tier] = self.narrow(tiers["team"], minutes={})
        playbook = self._led_by(role, self.full(self.customers["team/playbook.yml"]))
        self.files[f"{tier}/playbook.yml"] = {**playbook, "tier": tier}
        self._guide(tier)
        targets = self.files["metrics.yml"]["metrics"]["activation"]["targets"]
        targets[tier] = self.full(targets["team"])

    def _guide(self, tier: str) -> None:
        """A guide for the audience; the vendor's own people have none."""
        if self.audience == "partner":
            role = self.names["role"]
            persona = self._led_by(role, self.full(self.customers["team/champion.yml"]))
            self.files[f"{tier}/{role}.yml"] = persona

    def _led_by(self, role: str, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: self._led_by(role, value) for key, value in data.items()}
        if isinstance(data, list):
            return [self._led_by(role, value) for value in data]
        return role if data == "champion" else data

    def _around(self) -> None:
        """What lies around and belongs on no site."""
        names = [
            "playbooks/_drafts/{}.yml",
            "playbooks/team/{}.yml.bak",
            "playbooks/library/images/{}.png",
            "playbooks/{}.md",
            "theme/{}.yml",
            "theme/{}.css.bak",
            "theme/_drafts/{}.svg",
            "theme/.{}/x.svg",
            "{}.txt",
        ]
        for name in names:
            lay(self.project.folder, {name.format(self.canary()): self.canary()})
