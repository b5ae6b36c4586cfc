"""Fails when fewer branches are covered than the floor in pyproject.toml says.

In: the JSON report of coverage. Out: nothing, or one line and exit status 1. Coverage's own
`fail_under` counts lines and branches together, and lines hide many branches.
"""

import json
import sys
import tomllib
from pathlib import Path


def main() -> int:
    floor = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["coverage"]["report"][
        "fail_under"
    ]
    covered = json.loads(Path(sys.argv[1]).read_text("utf-8"))["totals"]["percent_branches_covered"]
    if covered < floor:
        print(f"{covered:.1f} % of the branches are covered; the floor is {floor} %.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
