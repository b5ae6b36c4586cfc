"""Shows what no test runs through, and fails when less is covered than the floor in pyproject.toml says.

In: what coverage measured, in the folder it runs in. Out: its table, and a line and exit status 1 for lines and branches together
or for branches alone. Coverage's own `fail_under` counts them together, and lines hide many branches; and each
report of pytest-cov's looks through all files anew, which takes seconds in which nothing else runs.
"""

import io
import sys

from coverage import Coverage


def main() -> int:
    measured = Coverage()
    measured.load()
    table = io.StringIO()
    covered = measured.report(file=table)
    print(table.getvalue())
    total = next(line for line in table.getvalue().splitlines() if line.startswith("TOTAL"))
    statements, missed, branches = (int(number) for number in total.split()[1:4])
    of_branches = 100 * (covered / 100 * (statements + branches) - (statements - missed)) / branches
    floor = float(str(measured.get_option("report:fail_under")))
    status = 0
    for what, percent in (("lines and branches", covered), ("branches", of_branches)):
        if percent < floor:
            print(f"{percent:.1f} % of the {what} are covered; the floor is {floor:g} %.")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
