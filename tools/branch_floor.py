"""Shows what no test runs through, and fails when less is covered than the floor in pyproject.toml says.

In: what coverage measured, in the folder it runs in. Out: the files of which something is left out, and a line and exit status 1
for lines and branches together or for branches alone. Coverage's own `fail_under` counts them together, and lines hide
many branches; and each report of pytest-cov's looks through all files anew, which takes seconds in which nothing else runs.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from coverage import Coverage


def main() -> int:
    measured = Coverage()
    measured.load()
    with TemporaryDirectory() as folder:
        report = Path(folder, "coverage.json")
        measured.json_report(outfile=str(report))
        found = json.loads(report.read_text("utf-8"))
    for path, file in found["files"].items():
        lines = {*file["missing_lines"], *(begin for begin, _ in file["missing_branches"])}
        if lines:
            print(f"{path}: {', '.join(map(str, sorted(lines)))}")
    floor = float(str(measured.get_option("report:fail_under")))
    totals = found["totals"]
    status = 0
    for what, percent in (
        ("lines and branches", totals["percent_covered"]),
        ("branches", totals["percent_branches_covered"]),
    ):
        print(f"{percent:.1f} % of the {what} are covered; the floor is {floor:g} %.")
        if percent < floor:
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
