"""Carries into the wheel what lies beside the package in a checkout.

In: hatchling's build data. Out: the same, with the top-level folders and files that users need mapped to `firstwin/_bundled/`, where `firstwin.system.bundled` finds them. An editable install gets none:
there the checkout itself is read, so that an edit shows at once.

A wheel from a clone without its history is refused: nobody could tell which of two is the newer one.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "docs",
    "files",
    "pages",
    "playbooks",
    "requirements/cluster.txt",
    "requirements/runtime.txt",
    "requirements/zensical.txt",
    "schemas",
    "site_config.yml",
    "theme",
)


class BundleHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        if ".dev0+g" in self.metadata.version:
            raise SystemExit(
                "This clone holds no history, so the version of the wheel cannot be told. "
                "Fetch it first: git fetch --unshallow --tags"
            )
        for name in BUNDLED:
            build_data["force_include"][name] = f"firstwin/_bundled/{name}"
