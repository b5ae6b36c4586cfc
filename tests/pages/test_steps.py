"""A step as its reader meets it: what is shown whole, what is folded, and what is said about it."""

from pathlib import Path

import pytest
from tests.pages.small import TASK, block, facts, first_step, page_at, steps_in
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.plain_words import plain
from firstwin.pages.views import PhaseView, StepView
from firstwin.words import words_in


def steps_of(path: str, audience: Audience = Audience.CUSTOMER) -> dict[str, StepView]:
    view = page_at(path, audience).view
    assert isinstance(view, PhaseView)
    return {step.id: step for step in steps_in(view)}


TUTORIAL = """
type: tutorial
title: Take the course
minutes: 10
goal: You know it.
actions: {begin: {do: Begin.}}
verify: You know it.
"""


def test_the_owners_step_is_shown_whole(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm"))
    assert (view.form, view.line) == ("own", "")
    assert view.position == "Step 1 of 2"
    assert view.meta == ("Day 5", "20 minutes", "you, with your success manager")
    assert facts(view) == {"When": "Days 3–5"}


def test_what_others_lead_says_who_does(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="sponsor", with_="csm, admin"))
    assert (view.form, view.line) == ("shared", "")
    assert view.meta == ("Day 5", "20 minutes", "led by the sponsor")
    assert facts(view)["With"] == "You and Success manager"
    alone = first_step(tmp_path / "alone", TASK.format(owner="sponsor", with_="admin"))
    assert "With" not in facts(alone)


def test_what_completes_a_step_of_others_is_not_the_readers_to_tick(tmp_path: Path) -> None:
    """Who leads it has the criterion and a box for the step; who gives a hand has a box for that."""
    own = block(first_step(tmp_path / "own", TASK.format(owner="admin", with_="csm")), "done")
    assert (str(own["criterion"]), own["box"].text) == ("It is done.", "This is done")
    hand = block(first_step(tmp_path / "hand", TASK.format(owner="sponsor", with_="admin")), "done")
    assert (str(hand["criterion"]), hand["box"].text) == ("", "My part is done")
    there = TASK.format(owner="sponsor", with_="admin") + "  type: meeting\n"
    meets = block(first_step(tmp_path / "there", there), "done")
    assert (str(meets["criterion"]), meets["box"].text) == ("It is done.", "My part is done")


def test_who_gets_an_email_has_read_it(tmp_path: Path) -> None:
    written = """
- id: welcome
  type: email
  title: Send the welcome email
  owner: csm
  day: 1
  to: [admin]
  subject: Welcome
  body: Hello.
  done_when: Two dates have come back.
"""
    done = block(first_step(tmp_path, written), "done")
    assert (str(done["criterion"]), done["box"].text) == ("", "I have read it")


def test_a_row_says_under_which_condition_its_step_applies(tmp_path: Path) -> None:
    conditions = {
        "playbooks/conditions.yml": """
conditions:
  old: {question: Do you bring data?, label: if you bring data}
"""
    }
    written = TASK.format(owner="admin", with_="csm") + "  only_if: old\n"
    files = {**with_steps(written), **conditions}
    pages = lay_out(small_guides(tmp_path, files), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    assert steps_in(view)[0].meta[-1] == "if you bring data"


def test_many_people_are_counted_on_the_row_and_named_in_the_step(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="admin", with_="sponsor, csm, trainer"))
    assert view.meta[-1] == "you, with 3 others"
    assert facts(view)["With"] == "Sponsor, Success manager and Trainer"


@pytest.mark.parametrize("type_", ["meeting", "review"])
def test_whoever_is_there_in_person_sees_it_whole(tmp_path: Path, type_: str) -> None:
    written = TASK.format(owner="sponsor", with_="admin") + f"  type: {type_}\n"
    assert first_step(tmp_path, written).form == "own"


@pytest.mark.parametrize(
    "work",
    [
        "  items: {ask: {text: Ask, owner: admin}}\n",
        "  items: {all: {title: All, items: {ask: {text: Ask, owner: [csm, admin]}}}}\n",
        "  sign_off: [admin]\n",
    ],
)
def test_whoever_has_something_to_do_in_it_sees_it_whole(tmp_path: Path, work: str) -> None:
    assert first_step(tmp_path, TASK.format(owner="sponsor", with_="csm") + work).form == "own"


def test_whoever_is_told_gets_one_line(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="sponsor", with_="csm") + "  informed: [admin]\n")
    assert view.form == "told"
    assert view.meta == ("Day 5", "led by the sponsor")
    assert view.line == "Why it matters. It takes none of your time."


def test_whoever_is_told_without_a_summary_hears_how_it_went() -> None:
    told = steps_of("team/admin/plan/index.md")["kickoff-call"]
    assert told.meta == ("Day 4", "led by your success manager")
    assert told.line == "You are told how it went. It takes none of your time."


def test_a_milestone_of_others_has_nothing_to_tick(tmp_path: Path) -> None:
    written = """
- id: live
  type: milestone
  title: Go live
  owner: csm
  day: 9
  items: {open: Open the doors}
  fields: {when: The hour}
"""
    view = first_step(tmp_path, written)
    assert (view.form, view.milestone) == ("seen", "Milestone")
    assert not block(view, "checklist")
    assert not block(view, "fields")


def test_an_email_says_from_whom_it_comes(tmp_path: Path) -> None:
    written = """
- id: welcome
  type: email
  title: Send the welcome email
  owner: csm
  to: [admin]
  subject: Welcome
  body: Hello.
  day: 1
  done_when: It is sent.
"""
    view = first_step(tmp_path, written)
    assert (view.form, view.meta) == ("shared", ("Day 1", "from your success manager"))
    assert [(fact.label, fact.value) for fact in block(view, "email")["letter"].head] == [
        ("From", "Success manager"),
        ("To", "You"),
        ("Subject", "Welcome"),
    ]


def test_a_day_that_counts_from_another_says_so() -> None:
    training = steps_of("team/champion/use/index.md")["training"]
    assert facts(training)["When"] == "Days 13–15, days 1–3 after “Monthly webinar”"


def test_lines_to_tick_say_whose_they_are_unless_they_are_the_readers() -> None:
    groups = steps_of("team/admin/plan/index.md")["prerequisites"]
    groups = block(groups, "checklist")["groups"]
    assert [(tick.id, tick.notes) for group in groups for tick in group.ticks] == [
        ("prerequisites--api-key", ()),
        ("prerequisites--firewall", ("if you host it yourself",)),
        ("prerequisites--old-data", ("if you bring data", "You and Champion")),
        ("prerequisites--logo", ("optional",)),
    ]
    others = steps_of("team/champion/plan/index.md")["prerequisites"]
    assert [
        tick.notes for group in block(others, "checklist")["groups"] for tick in group.ticks
    ] == [("if you bring data", "You and Admin")]
    (admins,) = block(others, "checklist")["others"]
    assert (admins.title, admins.step) == ("What Admin does", "Gather what the setup needs")
    assert [line.notes for line in admins.lines] == [
        (),
        ("if you host it yourself",),
        ("optional",),
    ]


LINES = """
  items:
    mine: {text: Ask, owner: admin}
    theirs: {text: Answer, owner: [csm, trainer]}
    rest: {title: The rest, items: {last: Close it}}
"""


def test_what_others_do_stands_by_who_does_it(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="sponsor", with_="csm") + LINES)
    lines = block(view, "checklist")
    assert [tick.text for group in lines["groups"] for tick in group.ticks] == ["Ask"]
    assert [(each.title, [line.text for line in each.lines]) for each in lines["others"]] == [
        ("What your success manager and Trainer do", ["Answer"]),
        ("What the sponsor does", ["Close it"]),
    ]


def test_whoever_only_helps_ticks_that_it_is_done(tmp_path: Path) -> None:
    lines = "  items: {theirs: Ask}\n"
    view = first_step(tmp_path, TASK.format(owner="sponsor", with_="admin") + lines)
    assert block(view, "checklist")["groups"] == ()
    assert block(view, "done")["box"].key == "gold/it/_done"
    assert block(view, "done")["words_only"] == ""


def test_whoever_signs_has_a_box_for_it(tmp_path: Path) -> None:
    signed = TASK.format(owner="sponsor", with_="csm") + "  sign_off: [admin, csm]\n"
    view = first_step(tmp_path, signed)
    box = block(view, "sign-off")["box"]
    assert (box.key, box.text) == ("gold/it/_signed", "I have signed")
    assert block(view, "done")["box"] is None
    assert block(first_step(tmp_path, signed, "sponsor"), "sign-off")["box"] is None


COURSE = """
- id: it
  type: training
  title: Learn it
  owner: {owner}
  with: [{with_}]
  day: 4
  done_when: Everyone has attended.
  sessions:
    basics: {{title: Basics, for: [sponsor], minutes: 60}}
    settings: {{title: Settings, for: [admin], minutes: 30}}
"""


@pytest.mark.parametrize(
    ("owner", "with_", "reader", "shown"),
    [
        ("trainer", "csm", "admin", ["Settings"]),
        ("trainer", "csm", "sponsor", ["Basics"]),
        ("admin", "csm", "admin", ["Basics", "Settings"]),
    ],
)
def test_readers_see_their_own_sessions(
    tmp_path: Path, owner: str, with_: str, reader: str, shown: list[str]
) -> None:
    view = first_step(tmp_path, COURSE.format(owner=owner, with_=with_), reader)
    assert [each.title for each in block(view, "sessions")["sessions"]] == shown


def test_the_first_win_is_called_so(tmp_path: Path) -> None:
    win = "  quick_win: {title: Show it, text: To your team.}\n"
    reached = "  type: milestone\n"
    quick = first_step(tmp_path / "quick", TASK.format(owner="admin", with_="csm") + win)
    milestone = first_step(
        tmp_path / "other", TASK.format(owner="admin", with_="csm") + reached + win
    )
    assert [block(each, "win")["win"].label for each in (quick, milestone)] == ["A quick win"] * 2
    path = "playbooks/gold/playbook.yml"
    first = SHARED[path].replace(
        "        done_when: You won.", f"        done_when: You won.\n      {win}"
    )
    guides = small_guides(tmp_path / "first", {path: first})
    pages = lay_out(guides, words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    assert block(steps_in(view)[0], "win")["win"].label == "The first win"


def test_values_are_written_down_by_who_leads_the_step(tmp_path: Path) -> None:
    fields = "  fields: {number: The number today}\n"
    led = TASK.format(owner="sponsor", with_="admin") + fields
    assert not block(first_step(tmp_path / "others", led), "fields")
    assert block(first_step(tmp_path / "own", led, "sponsor"), "fields")
    ours = TASK.format(owner="csm", with_="admin") + fields
    assert block(first_step(tmp_path / "ours", ours), "fields")


FOR_OTHERS = "  text: Ask *twice*.\n  for_others: You hear *how it went*.\n"


def test_whoever_does_not_lead_reads_the_line_for_others(tmp_path: Path) -> None:
    written = TASK.format(owner="sponsor", with_="admin") + FOR_OTHERS
    view = first_step(tmp_path, written)
    assert (plain(view.summary), view.text) == ("You hear how it went.", "")
    owners = first_step(tmp_path, written, "sponsor")
    assert owners.summary == "<em>Why</em> it matters."
    assert "Ask" in owners.text


def test_whoever_is_told_reads_the_line_for_others(tmp_path: Path) -> None:
    written = TASK.format(owner="sponsor", with_="csm") + FOR_OTHERS + "  informed: [admin]\n"
    assert first_step(tmp_path, written).line == "You hear how it went. It takes none of your time."


@pytest.mark.parametrize(
    ("adjusted", "line", "text"),
    [
        ("summary: Mine.", "Mine.", ""),
        ("for_others: Only mine.", "Only mine.", ""),
        ("summary: Mine, for_others: Only mine.", "Only mine.", ""),
        ("text: All of it.", "You hear how it went.", "All of it."),
    ],
)
def test_what_a_personas_own_file_says_wins(
    tmp_path: Path, adjusted: str, line: str, text: str
) -> None:
    plan = with_steps(TASK.format(owner="sponsor", with_="admin") + FOR_OTHERS)
    path = "playbooks/gold/admin.yml"
    plan[path] = f"{SHARED[path]}adjust:\n  it: {{{adjusted}}}\n"
    pages = lay_out(small_guides(tmp_path, plan), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    (shown, *_) = steps_in(view)
    assert (plain(shown.summary), shown.text) == (line, text)


def test_conditions_are_said_with_the_question_behind_them() -> None:
    (condition,) = steps_of("team/admin/set-up/index.md")["import-data"].conditions
    assert condition.label == "Only if you bring data."
    assert condition.question == "Do you bring data from another tool?"


def test_needs_link_to_what_the_reader_can_see() -> None:
    needs = steps_of("team/admin/set-up/index.md")["import-data"].needs
    assert [(need.title, need.url) for need in needs] == [
        ("Comes after: ", ""),
        ("Gather keys and data", "../plan/#prerequisites"),
    ]
    view = page_at("team/admin/set-up/index.md").view
    assert isinstance(view, PhaseView)
    assert [(need.title, need.url) for need in view.needs] == [
        ("Comes after: ", ""),
        ("Plan together", "../plan/"),
    ]


def test_what_the_readers_guide_has_not_is_said_with_whose_it_is() -> None:
    others = steps_of("team/champion/set-up/index.md")["go-live"].needs
    assert [(need.title, need.url) for need in others] == [
        ("Comes after: ", ""),
        ("Connect single sign-on (Admin)", ""),
    ]


def test_a_tutorial_step_leads_to_its_page() -> None:
    card = block(steps_of("team/admin/set-up/index.md")["connect-sso"], "link-card")["card"]
    assert (card.label, card.title, card.url) == (
        "Tutorial · 2 actions",
        "Connect single sign-on, action by action",
        "../connect-sso/",
    )
    quiz = block(steps_of("team/champion/use/index.md")["report-quiz"], "link-card")["card"]
    assert (quiz.label, quiz.title) == (
        "Quiz · 1 question",
        "Check what you know about reports",
    )


def test_a_training_says_who_attends_each_session() -> None:
    training = steps_of("team/champion/use/index.md")["training"]
    (session,) = block(training, "sessions")["sessions"]
    assert (session.meta, session.mine) == (("1 hour", "For you", "Recorded"), True)
    training = steps_of("internal/plans/team/use/index.md", Audience.INTERNAL)["training"]
    (session,) = block(training, "sessions")["sessions"]
    assert (session.meta, session.mine) == (("1 hour", "For Champion", "Recorded"), False)


def test_a_survey_says_how_its_questions_are_answered(tmp_path: Path) -> None:
    written = """
- id: ask
  type: survey
  title: Ask
  owner: admin
  day: 3
  done_when: Half have answered.
  questions:
    easy: {ask: How easy was it?, options: [Very, Hardly]}
    likely: {ask: How likely?, scale: 0 to 10}
    open: What else?
"""
    asked = block(first_step(tmp_path, written), "survey")["questions"]
    assert [(question.ask, question.scale, question.options) for question in asked] == [
        ("How easy was it?", "", ("Very", "Hardly")),
        ("How likely?", "0 to 10", ()),
        ("What else?", "", ()),
    ]


def test_notes_for_every_reader_come_first() -> None:
    kickoff = steps_of("team/champion/plan/index.md", Audience.INTERNAL)["kickoff-call"]
    notes = block(kickoff, "notes")["notes"]
    assert [note.audience for note in notes] == ["customer", "partner", "internal"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("  sign_off: [admin]\n", "It is signed by you."),
        (
            "  items: {ask: Ask}\n  sign_off: [csm, admin]\n",
            "Every line is ticked. It is signed by you and your success manager.",
        ),
        ("  deliverables: [A plan]\n", "The result is there."),
        (
            "  tests: {one: {scenario: You sign in., expected: You are in.}}\n",
            "Every test has passed or is deferred.",
        ),
        ("  done_when: It works.\n", ""),
    ],
)
def test_what_completes_a_step(tmp_path: Path, written: str, words: str) -> None:
    view = first_step(tmp_path, f"- id: it\n  title: Do it\n  owner: admin\n  day: 3\n{written}")
    done = block(view, "done")
    assert done["words_only"] == words
    assert bool(done["criterion"]) is not bool(words)


def test_that_lines_are_to_be_ticked_is_said_once_a_page(tmp_path: Path) -> None:
    lines = "- id: {id}\n  title: Do it\n  owner: admin\n  day: 3\n  items: {{ask: Ask}}\n"
    plan = with_steps(lines.format(id="one") + lines.format(id="two"))
    pages = lay_out(small_guides(tmp_path, plan), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    assert view.done_when == "A step is done when all its lines are ticked."
    assert [block(each, "done") for each in steps_in(view)[:2]] == [{}, {}]
    said = page_at("team/admin/use/index.md").view
    assert isinstance(said, PhaseView)
    assert said.done_when == ""


@pytest.mark.parametrize(
    ("owner", "with_", "key"),
    [("admin", "csm", "course/_verify"), ("csm", "admin", "gold/course/_done")],
)
def test_a_tutorial_is_ticked_where_its_step_is(
    tmp_path: Path, owner: str, with_: str, key: str
) -> None:
    """By whoever does it, with the tick at its end: what was learnt once is done everywhere."""
    plan = with_steps(f"- {{use: course, owner: {owner}, with: [{with_}], day: 3}}")
    plan["playbooks/library/course.yml"] = TUTORIAL
    pages = lay_out(small_guides(tmp_path, plan), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    assert block(steps_in(view)[0], "done")["box"].key == key


def test_an_optional_step_says_so(tmp_path: Path) -> None:
    view = first_step(tmp_path, TASK.format(owner="admin", with_="csm") + "  optional: true\n")
    assert view.optional == "optional"


def test_a_handoff_names_who_takes_over(tmp_path: Path) -> None:
    written = """
- id: pass-on
  type: handoff
  title: Pass it on
  owner: csm
  to: admin
  day: 3
  contents: [What was promised]
  done_when: It was read.
"""
    view = first_step(tmp_path, written)
    assert facts(view)["Hands over to"] == "You"
    assert [(each.title, each.items) for each in block(view, "lists")["lists"]] == [
        ("What the handoff document says", ("What was promised",))
    ]
