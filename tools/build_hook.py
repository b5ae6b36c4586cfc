"""Carries into the wheel what lies beside the package in a checkout.

In: hatchling's build data. Out: the same, with the top-level folders and the reference configuration
mapped to `firstwin/_bundled/`, where `firstwin.bundled` finds them. An editable install gets none:
there the checkout itself is read, so that an edit shows at once.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = ("playbooks", "schemas", "site_config.yml", "theme")


class BundleHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        for name in BUNDLED:
            build_data["force_include"][name] = f"firstwin/_bundled/{name}"
