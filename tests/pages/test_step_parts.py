"""The parts of a step, each by itself: risks, limits, sessions, tests, escalation, tables, pictures, decisions."""

from pathlib import Path

from tests.pages.small import TASK, block, facts, first_step, steps_in
from tests.resolve.small import small_guides, with_steps

from firstwin.pages import lay_out
from firstwin.pages.calendar import guide_calendar
from firstwin.pages.sitemap import site_map
from firstwin.pages.views import GuidePlaysView, PhaseView, PictureView
from firstwin.text import Url
from firstwin.words import words_in


def test_what_goes_wrong_without_a_step_stands_before_what_completes_it(tmp_path: Path) -> None:
    risk = "\n  risk: You wait for *all* the others."
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + risk)
    assert [each.component for each in view.blocks] == ["risk", "done"]
    assert block(view, "risk") == {"text": "You wait for <em>all</em> the others."}


def test_a_time_limit_stands_beside_the_day(tmp_path: Path) -> None:
    view = first_step(
        tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + "\n  within: 4 hours"
    )
    assert view.meta[:2] == ("Day 5", "within 4 hours")


def test_in_a_play_a_time_limit_is_all_that_is_said_of_days(tmp_path: Path) -> None:
    play = {
        "playbooks/plays.yml": """
plays:
  stuck:
    title: Help
    trigger: Somebody is stuck.
    audience: customer
    steps:
      - {id: call, title: Call us, owner: admin, within: 2 working days, done_when: You know.}
"""
    }
    pages = lay_out(small_guides(tmp_path, play), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/plays/index.md")
    assert isinstance(view, GuidePlaysView)
    (call,) = view.plays[0].steps
    assert call.meta == ("within 2 working days", "you")
    assert facts(call) == {}


MET = """
- id: it
  type: meeting
  title: Ask the leads
  owner: csm
  with: [admin]
  days: 3-5
  minutes: 20
  sessions:
    sales: {title: The head of *sales*, day: 3}
    support: {title: The head of support, day: 5, minutes: 40}
    product: Whoever else has time
  done_when: You know.
"""


def test_each_session_of_a_meeting_is_ticked_under_its_day(tmp_path: Path) -> None:
    view = first_step(tmp_path, MET)
    assert view.meta[:2] == ("Day 5", "1 hour 20 minutes")
    groups = block(view, "checklist")["groups"]
    assert [
        (group.title, [(str(tick.text), tick.key) for tick in group.ticks]) for group in groups
    ] == [
        ("Day 3", [("The head of <em>sales</em>", "gold/it/sales")]),
        ("Day 5", [("The head of support", "gold/it/support")]),
        ("", [("Whoever else has time", "gold/it/product")]),
    ]
    assert all(tick.notes == () for group in groups for tick in group.ticks)


def test_sessions_stand_in_calendars_by_themselves(tmp_path: Path) -> None:
    made = small_guides(
        tmp_path, with_steps(MET.replace("    product: Whoever else has time\n", ""))
    )
    guide = next(each for each in made.guides if each.persona.id == "admin")
    calendar = guide_calendar(guide, site_map(made, words_in("en")))
    assert [
        (entry.id, entry.title, entry.day) for entry in calendar.entries if entry.kind == "meeting"
    ] == [
        ("gold/it/sales", "Ask the leads: The head of sales", 3),
        ("gold/it/support", "Ask the leads: The head of support", 5),
    ]


TRIED = """
  tests:
    sign-in: {scenario: You *sign in*., expected: You see your board.}
  escalation:
    - to: sponsor
    - {to: csm, after: 1 hour, text: They *call*.}
    - {to: sponsor, after: 2 working days}
  rollback:
    when: [Nobody can sign in.]
    by: admin
    then: [Open the old system., Tell everybody.]"""


def test_what_came_of_a_test_is_written_down_by_whoever_does_the_step(tmp_path: Path) -> None:
    own = first_step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + TRIED)
    assert [each.component for each in own.blocks] == ["trials", "escalation", "rollback", "done"]
    (trial,) = block(own, "trials")["trials"]
    assert (trial.id, trial.key, trial.why) == (
        "it--sign-in",
        "gold/it/sign-in",
        "gold/it/sign-in/_why",
    )
    assert (str(trial.scenario), str(trial.expected)) == (
        "You <em>sign in</em>.",
        "You see your board.",
    )
    assert trial.label == "What came of “You sign in.”"
    assert block(own, "trials")["filled"] is True

    others = TASK.format(owner="sponsor", with_="admin").rstrip() + TRIED
    assert block(first_step(tmp_path / "others", others), "trials")["filled"] is False


def test_whom_to_turn_to_stands_level_by_level_and_then_the_way_back(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + TRIED)
    assert [
        (level.after, level.who, str(level.text)) for level in block(view, "escalation")["levels"]
    ] == [
        ("At once", "Sponsor", ""),
        ("After 1 hour", "Success manager", "They <em>call</em>."),
        ("After 2 working days", "Sponsor", ""),
    ]
    assert block(view, "rollback") == {
        "when": ("Nobody can sign in.",),
        "by": "You",
        "then": ("Open the old system.", "Tell everybody."),
    }


def test_a_table_has_the_cells_of_each_row_under_their_columns(tmp_path: Path) -> None:
    tables = """
  tables:
    - title: How fast we answer
      columns: {severity: Severity, answer: First answer, solved: Solved}
      rows:
        - {solved: The *same* day, severity: "{{ product.name }} is down", answer: 1 hour}
        - {severity: A question}"""
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + tables)
    (table,) = block(view, "tables")["tables"]
    assert (table.title, table.columns) == (
        "How fast we answer",
        ("Severity", "First answer", "Solved"),
    )
    assert table.rows == (
        ("Cairn is down", "1 hour", "The <em>same</em> day"),
        ("A question", "", ""),
    )


def test_pictures_stand_before_what_is_to_be_done_and_say_what_they_show(tmp_path: Path) -> None:
    pictures = """
  items: {one: One}
  pictures:
    - {image: images/new.svg, alt: "{{ product.name }}, empty", caption: The first page}
    - {image: images/full.svg, alt: The page on day 5}"""
    written = TASK.format(owner="admin", with_="csm").rstrip() + pictures
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"/>'
    files = {
        **with_steps(written),
        "playbooks/gold/images/new.svg": drawing,
        "playbooks/gold/images/full.svg": drawing,
    }
    made = lay_out(small_guides(tmp_path, files), words_in("en"))
    view = next(page.view for page in made.pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    shown = steps_in(view)[0]
    assert [each.component for each in shown.blocks] == ["pictures", "checklist", "done"]
    assert block(shown, "pictures")["pictures"] == (
        PictureView(
            Url("../../../media/gold/images/new.svg"), "Cairn, empty", 64, 40, "The first page"
        ),
        PictureView(Url("../../../media/gold/images/full.svg"), "The page on day 5", 64, 40, ""),
    )
    assert [file.path for file in made.outline.files if file.path.startswith("media/")] == [
        "media/gold/images/full.svg",
        "media/gold/images/new.svg",
    ]


def test_what_to_avoid_stands_before_what_goes_wrong(tmp_path: Path) -> None:
    avoid = "\n  risk: You wait.\n  avoid: [Doing it *twice*, Waiting]"
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + avoid)
    assert [each.component for each in view.blocks] == ["avoid", "risk", "done"]
    assert block(view, "avoid") == {"items": ("Doing it <em>twice</em>", "Waiting")}


def test_points_stand_below_a_point_of_an_agenda(tmp_path: Path) -> None:
    meeting = """
- id: talk
  type: meeting
  title: Talk
  owner: admin
  day: 3
  done_when: You talked.
  agenda:
    - text: What there is (10 min)
      points: [Systems, "*Data*"]
    - {text: What is next (5 min), minutes: 7}
    - Who does what (1 h)"""
    lines = block(first_step(tmp_path, meeting), "agenda")["lines"]
    assert [(line.text, line.minutes, line.points) for line in lines] == [
        ("What there is", 10, ("Systems", "<em>Data</em>")),
        ("What is next (5 min)", 7, ()),
        ("Who does what", 60, ()),
    ]


def test_a_decision_says_who_decides_and_what_each_outcome_takes(tmp_path: Path) -> None:
    decision = """
  decision:
    question: "Do we begin with {{ product.name }}?"
    by: sponsor
    stand_in: admin
    go: [Everything *works*.]
    no_go: [Nothing works.]"""
    written = TASK.format(owner="csm", with_="csm").rstrip() + decision
    for reader, who in (("admin", ["Sponsor", "You"]), ("sponsor", ["You", "Admin"])):
        view = block(first_step(tmp_path / reader, written, reader), "decision")["decision"]
        assert view.question == "Do we begin with Cairn?"
        assert [fact.value for fact in view.facts] == who
        assert [(each.title, each.items) for each in view.outcomes] == [
            ("Go, if", ("Everything <em>works</em>.",)),
            ("No-go, if", ("Nothing works.",)),
        ]


def test_whoever_may_join_reads_that_nobody_waits_for_them(tmp_path: Path) -> None:
    joined = "\n  may_join: [sponsor]"
    written = TASK.format(owner="admin", with_="csm").rstrip() + joined
    view = first_step(tmp_path, written, "sponsor")
    assert view.line == "Why it matters. You may join if you like. Nobody waits for you."
    assert facts(first_step(tmp_path / "admin", written))["May join"] == "Sponsor"


def test_whoever_gets_a_copy_of_an_email_stands_in_its_head_and_is_told(tmp_path: Path) -> None:
    email = """
- id: mail
  type: email
  title: Write
  owner: csm
  day: 3
  to: [admin]
  cc: [sponsor]
  subject: Hello
  body: Hello.
  done_when: It is sent."""
    head = block(first_step(tmp_path, email), "email")["letter"].head
    assert [(fact.label, fact.value) for fact in head] == [
        ("From", "Success manager"),
        ("To", "You"),
        ("Cc", "Sponsor"),
        ("Subject", "Hello"),
    ]
    told = first_step(tmp_path / "sponsor", email, "sponsor")
    assert told.line == "You are told how it went. It takes none of your time."
