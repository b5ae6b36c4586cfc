"""`firstwin link`, from files to links and back."""

import csv
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from tests.edits import SMALL
from tests.files import lay

from firstwin.cli import cli

URL = "https://guides.acme.example/onboarding/"
ACME = """\
name: Acme Harbour
tier: team
personas:
  admin: Ada Lovelace
  champion: Ben Okoro
start: 2026-11-02
contacts:
  success-manager:
    name: Maria Silva
    url: mailto:maria@acme.example
answers:
  data-migration: yes
  hosting: self-managed
targets:
  - First report by Christmas
notes:
  - Invoices stay where they are
"""


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["link", *arguments], prog_name="firstwin")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(copytree(SMALL, tmp_path / "project"))
    lay(folder, {"customers/acme.yml": ACME})
    with (folder / "site_config.yml").open("a", encoding="utf-8") as config:
        config.write(f"url: {URL}\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No project is here: a link is looked into by whoever was sent it."""
    monkeypatch.chdir(tmp_path)


def test_a_link_is_made_where_a_project_is(nowhere: None) -> None:
    result = run("customers/acme.yml")

    assert result.exit_code == 2
    assert result.output.startswith("Error: there is no site_config.yml in this folder\nhint: ")


def test_a_link_for_each_persona_holds_what_the_file_says(project: Path) -> None:
    result = run("customers/acme.yml")

    names, links = result.output.split("\n")[::3], result.output.split("\n")[1::3]
    assert (result.exit_code, names) == (
        0,
        ["Ada Lovelace (admin), Acme Harbour", "Ben Okoro (champion), Acme Harbour", ""],
    )
    assert [link.partition("#")[0] for link in links[:2]] == [
        f"{URL}team/admin/",
        f"{URL}team/champion/",
    ]
    assert run("--decode", links[0]).output == (
        "A personal link for Ada Lovelace, Acme Harbour\n"
        "guide: team/admin\n"
        "start: 2026-11-02\n"
        "contact success-manager: Maria Silva, mailto:maria@acme.example\n"
        "answer data-migration: yes\n"
        "answer hosting: self-managed\n"
        "target: First report by Christmas\n"
        "note: Invoices stay where they are\n"
    )


def test_a_file_may_lie_anywhere(project: Path, tmp_path: Path) -> None:
    elsewhere = lay(tmp_path, {"private/other.yml": ACME.replace("Acme Harbour", "Other")})

    result = run(str(elsewhere / "private/other.yml"))

    assert (result.exit_code, result.output.count("#fw=")) == (0, 2)
    assert "Acme Harbour" not in result.output


def test_files_give_a_table_when_asked(project: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("customers/acme.yml", "--format", "csv").output)))

    assert [(row["name"], row["tier"], row["persona"], row["person"]) for row in rows] == [
        ("Acme Harbour", "team", "admin", "Ada Lovelace"),
        ("Acme Harbour", "team", "champion", "Ben Okoro"),
    ]
    assert all(row["link"].startswith(URL) for row in rows)


TABLE = """\
\ufeffname;tier;persona;person;start;mail;contacts.success-manager;contacts.success-manager.url;answers.hosting;notes\r
Acme;team;admin;"Ada; ""the"" first";2026-11-02;ada@acme.example;Maria;tel:+15550123;cloud;Two\r
\r
Other;team;champion;Ben;;ben@other.example;;;;\r
"""


def test_a_table_comes_out_with_a_link_in_each_row(project: Path) -> None:
    lay(project, {"many.csv": TABLE})

    rows = list(csv.DictReader(StringIO(run("many.csv").output)))

    assert [(row["mail"], row["person"]) for row in rows] == [
        ("ada@acme.example", 'Ada; "the" first'),
        ("ben@other.example", "Ben"),
    ]
    assert [run("--decode", row["link"]).output for row in rows] == [
        (
            'A personal link for Ada; "the" first, Acme\n'
            "guide: team/admin\n"
            "start: 2026-11-02\n"
            "contact success-manager: Maria, tel:+15550123\n"
            "answer hosting: cloud\n"
            "note: Two\n"
        ),
        "A personal link for Ben, Other\nguide: team/champion\n",
    ]


def test_a_fault_of_a_table_has_its_line_and_column(project: Path) -> None:
    lay(
        project,
        {
            "many.csv": "name,tier,persona,person,answers.hosting\nAcme,teem,admin,Ada,cloud\nB,team,csm,C,moon\n"
        },
    )

    result = run("many.csv")

    assert result.exit_code == 1
    assert [line for line in result.output.split("\n") if "error" in line] == [
        "many.csv:2:6: error[FW202]: there is no tier `teem`",
        "many.csv:3:8: error[FW203]: there is no persona `csm`",
        "many.csv:3:14: error[FW206]: `hosting` has no option `moon`",
        "3 errors in 1 file",
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "name,tier,persona,person\nAcme,team,admin,\n",
            "2:17: error[FW105]: this text is empty",
        ),
        (
            "name,tier,persona,person\nAcme,team,,\n",
            "2:1: error[FW102]: this customer has no `personas`",
        ),
        (
            "name,tier,persona,person,start\nAcme,team,admin,Ada,2.11.2026\n",
            "2:21: error[FW125]: `2.11.2026` is not a date",
        ),
        (
            "name,tier,persona,person,notes\nAcme,team,admin,Ada,{{ x }}\n",
            "2:21: error[FW134]: nothing is filled in here: what a link carries is shown as it is",
        ),
        (
            "name,tier,persona,person,contacts.support.url\nAcme,team,admin,Ada,javascript:x\n",
            "2:21: error[FW118]: `javascript:x` is not an address a page may link to",
        ),
        (
            f"name,tier,persona,person\n{'A' * 81},team,admin,Ada\n",
            "2:1: error[FW050]: this text has 81 characters; here it may have at most 80",
        ),
    ],
)
def test_every_fault_of_a_cell_is_told(project: Path, table: str, said: str) -> None:
    lay(project, {"many.csv": table})

    result = run("many.csv")

    assert result.exit_code == 1
    assert f"many.csv:{said}" in result.output.split("\n")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,tier,persona\n", "1:1: error[FW057]: the table has no column `person`"),
        (
            "company;tier;name\n",
            "1:1: error[FW057]: the table has no columns `persona`, `person`",
        ),
        (
            "name,tier,persona,person,name\n",
            "1:26: error[FW057]: another column is called `name` already, the one at column 1",
        ),
        (
            'name,tier,persona,person\nAcme,team,"admin,Ada\n',
            "2:11: error[FW058]: the quote that begins this cell is not closed",
        ),
        (
            '"name,tier,persona,person\n',
            "1:1: error[FW058]: the quote that begins this cell is not closed",
        ),
    ],
)
def test_a_fault_of_the_table_itself_is_told_once(project: Path, table: str, said: str) -> None:
    lay(project, {"many.csv": table + "Acme,team,admin,Ada\nOther,team,admin,Bo\n"})

    result = run("many.csv")

    assert result.exit_code == 1
    assert [line for line in result.output.split("\n") if "error" in line] == [
        f"many.csv:{said}",
        "1 error in 1 file",
    ]


def test_without_an_address_of_the_site_it_says_so(project: Path) -> None:
    copytree(SMALL, project, dirs_exist_ok=True)

    result = run("customers/acme.yml")

    assert (result.exit_code, result.output) == (
        2,
        (
            "Error: there is no `url` in site_config.yml, so nobody knows where a link leads\n"
            "hint: write the address the site is published at: `url: https://guides.example/`\n"
        ),
    )


def test_without_a_file_it_says_so(project: Path) -> None:
    result = run()

    assert (result.exit_code, result.output) == (
        2,
        "Error: no file is named\nhint: name a customer's file: customers/harbour.yml\n",
    )


def test_a_file_that_is_not_there_is_told(project: Path) -> None:
    result = run("customers/nobody.yml")

    assert (result.exit_code, result.output) == (
        2,
        (
            "Error: there is no file customers/nobody.yml\n"
            "hint: name a customer's file, or a CSV of many\n"
        ),
    )


def test_no_link_is_made_of_a_file_with_an_error(project: Path) -> None:
    lay(project, {"customers/acme.yml": ACME.replace("hosting: self-managed", "hosting: moon")})

    result = run("customers/acme.yml")

    assert (result.exit_code, "#fw=" in result.output) == (1, False)
    assert "customers/acme.yml:13:12: error[FW206]: `hosting` has no option `moon`" in result.output


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (f"{URL}#step", "this is no link of firstwin: behind `#` it does not begin with `fw=`"),
        (f"{URL}#fw=abc", "the end of the link is missing"),
        (f"{URL}#fw=abc.2z", "a newer firstwin made this link"),
        (f"{URL}#fw=abc.1j", "what the link holds cannot be read"),
        (f"{URL}#fw=e30.1j", "the link holds something that no link of firstwin does"),
        (f"{URL}#fw={'a' * 64_000}.1j", "the link holds more than any link of firstwin"),
    ],
)
@pytest.mark.usefixtures("nowhere")
def test_what_is_no_link_is_told(link: str, said: str) -> None:
    result = run("--decode", link)

    assert (result.exit_code, result.output.split("\n")[0]) == (1, f"Error: {said}")


@pytest.mark.usefixtures("nowhere")
def test_a_copy_of_progress_is_shown() -> None:
    data = "eyJwcm9ncmVzcyI6eyJ2ZXJzaW9uIjoxLCJlbnRyaWVzIjp7InRlYW0vYS9iIjpbIjEiLDE3OTM2MjI5MDAwMDBdLCJ4IjpbIjEiLDFdfX19"

    assert run("--decode", f"#fw={data}.1j").output == (
        "A copy of progress with 1 entries\nteam/a/b: 1, 2026-11-02 12:35 UTC\n"
    )


def test_a_table_of_a_spreadsheet_is_read_with_its_odd_beginnings(project: Path) -> None:
    table = '\ufeffsep=;\n\n;;\nName; Tier ;PERSONA;person;Street\nAcme;team;admin;Ada;"Hafen 1\n20457 \u2067x"\n'
    lay(project, {"many.csv": table})

    (row,) = csv.DictReader(StringIO(run("many.csv").output))

    assert (row["name"], row["tier"], row["persona"], row["person"]) == (
        "Acme",
        "team",
        "admin",
        "Ada",
    )
    assert row["Street"] == "Hafen 1\n20457 \u2067x", "other columns are passed on as they are"
    assert row["link"].startswith(f"{URL}team/admin/#")


@pytest.mark.parametrize("table", ["", "\n\n", "name,tier,persona,person\n", "name,tier\n,,\n"])
def test_a_table_without_people_is_told(project: Path, table: str) -> None:
    lay(project, {"many.csv": table})

    result = run("many.csv")

    assert result.exit_code == 2
    assert "there is nobody in many.csv" in result.output


def test_a_table_made_of_a_file_has_the_columns_of_a_table(project: Path) -> None:
    lay(project, {"many.csv": "name,tier,persona,person\nB,team,admin,Cleo\n"})

    rows = list(csv.DictReader(StringIO(run("customers/acme.yml", "many.csv").output)))

    assert [row["name"] for row in rows] == ["Acme Harbour", "Acme Harbour", "B"]
    assert [row["person"] for row in rows] == ["Ada Lovelace", "Ben Okoro", "Cleo"]
