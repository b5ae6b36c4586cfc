"""A step as its reader meets it: what is shown whole, what is folded, and what is said about it."""

from pathlib import Path

import pytest
from tests.pages.small import block, page_at, steps_in
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.calendar import guide_calendar
from firstwin.pages.plain_words import plain
from firstwin.pages.sitemap import site_map
from firstwin.pages.views import GuidePlaysView, PhaseView, PictureView, StepView
from firstwin.text import Url
from firstwin.words import words_in


def steps_of(path: str, audience: Audience = Audience.CUSTOMER) -> dict[str, StepView]:
    view = page_at(path, audience).view
    assert isinstance(view, PhaseView)
    return {step.id: step for step in steps_in(view)}


def step(folder: Path, written: str, reader: str = "admin") -> StepView:
    """The view of the first step of a small plan, for one reader."""
    pages = lay_out(small_guides(folder, with_steps(written)), words_in("en")).pages
    view = next(page.view for page in pages if page.path == f"gold/{reader}/begin/index.md")
    assert isinstance(view, PhaseView)
    return steps_in(view)[0]


def facts(view: StepView) -> dict[str, str]:
    return {fact.label: fact.value + fact.note for fact in view.facts}


TUTORIAL = """
type: tutorial
title: Take the course
minutes: 10
goal: You know it.
actions: {begin: {do: Begin.}}
verify: You know it.
"""
TASK = """
- id: it
  title: Do it
  owner: {owner}
  with: [{with_}]
  minutes: 20
  days: 3-5
  done_when: It is done.
  summary: "*Why* it matters."
"""


def test_the_owners_step_is_shown_whole(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="admin", with_="csm"))
    assert (view.form, view.line) == ("own", "")
    assert view.position == "Step 1 of 2"
    assert view.meta == ("Day 5", "20 minutes", "you, with your success manager")
    assert facts(view) == {"When": "Days 3–5"}


def test_what_others_lead_says_who_does(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="sponsor", with_="csm, admin"))
    assert (view.form, view.line) == ("shared", "")
    assert view.meta == ("Day 5", "20 minutes", "led by the sponsor")
    assert facts(view)["With"] == "You and Success manager"
    alone = step(tmp_path / "alone", TASK.format(owner="sponsor", with_="admin"))
    assert "With" not in facts(alone)


def test_what_completes_a_step_of_others_is_not_the_readers_to_tick(tmp_path: Path) -> None:
    """Who leads it has the criterion and a box for the step; who gives a hand has a box for that."""
    own = block(step(tmp_path / "own", TASK.format(owner="admin", with_="csm")), "done")
    assert (str(own["criterion"]), own["box"].text) == ("It is done.", "This is done")
    hand = block(step(tmp_path / "hand", TASK.format(owner="sponsor", with_="admin")), "done")
    assert (str(hand["criterion"]), hand["box"].text) == ("", "My part is done")
    there = TASK.format(owner="sponsor", with_="admin") + "  type: meeting\n"
    meets = block(step(tmp_path / "there", there), "done")
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
    done = block(step(tmp_path, written), "done")
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
    view = step(tmp_path, TASK.format(owner="admin", with_="sponsor, csm, trainer"))
    assert view.meta[-1] == "you, with 3 others"
    assert facts(view)["With"] == "Sponsor, Success manager and Trainer"


@pytest.mark.parametrize("type_", ["meeting", "review"])
def test_whoever_is_there_in_person_sees_it_whole(tmp_path: Path, type_: str) -> None:
    written = TASK.format(owner="sponsor", with_="admin") + f"  type: {type_}\n"
    assert step(tmp_path, written).form == "own"


@pytest.mark.parametrize(
    "work",
    [
        "  items: {ask: {text: Ask, owner: admin}}\n",
        "  items: {all: {title: All, items: {ask: {text: Ask, owner: [csm, admin]}}}}\n",
        "  sign_off: [admin]\n",
    ],
)
def test_whoever_has_something_to_do_in_it_sees_it_whole(tmp_path: Path, work: str) -> None:
    assert step(tmp_path, TASK.format(owner="sponsor", with_="csm") + work).form == "own"


def test_whoever_is_told_gets_one_line(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="sponsor", with_="csm") + "  informed: [admin]\n")
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
    view = step(tmp_path, written)
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
    view = step(tmp_path, written)
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
        ("prerequisites--logo", ("Optional",)),
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
        ("Optional",),
    ]


LINES = """
  items:
    mine: {text: Ask, owner: admin}
    theirs: {text: Answer, owner: [csm, trainer]}
    rest: {title: The rest, items: {last: Close it}}
"""


def test_what_others_do_stands_by_who_does_it(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="sponsor", with_="csm") + LINES)
    lines = block(view, "checklist")
    assert [tick.text for group in lines["groups"] for tick in group.ticks] == ["Ask"]
    assert [(each.title, [line.text for line in each.lines]) for each in lines["others"]] == [
        ("What your success manager and Trainer do", ["Answer"]),
        ("What the sponsor does", ["Close it"]),
    ]


def test_whoever_only_helps_ticks_that_it_is_done(tmp_path: Path) -> None:
    lines = "  items: {theirs: Ask}\n"
    view = step(tmp_path, TASK.format(owner="sponsor", with_="admin") + lines)
    assert block(view, "checklist")["groups"] == ()
    assert block(view, "done")["box"].key == "gold/it/_done"
    assert block(view, "done")["words_only"] == ""


def test_whoever_signs_has_a_box_for_it(tmp_path: Path) -> None:
    signed = TASK.format(owner="sponsor", with_="csm") + "  sign_off: [admin, csm]\n"
    view = step(tmp_path, signed)
    box = block(view, "sign-off")["box"]
    assert (box.key, box.text) == ("gold/it/_signed", "I have signed")
    assert block(view, "done")["box"] is None
    assert block(step(tmp_path, signed, "sponsor"), "sign-off")["box"] is None


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
    view = step(tmp_path, COURSE.format(owner=owner, with_=with_), reader)
    assert [each.title for each in block(view, "sessions")["sessions"]] == shown


def test_the_first_win_is_called_so(tmp_path: Path) -> None:
    win = "  quick_win: {title: Show it, text: To your team.}\n"
    reached = "  type: milestone\n"
    quick = step(tmp_path / "quick", TASK.format(owner="admin", with_="csm") + win)
    milestone = step(tmp_path / "other", TASK.format(owner="admin", with_="csm") + reached + win)
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
    assert not block(step(tmp_path / "others", led), "fields")
    assert block(step(tmp_path / "own", led, "sponsor"), "fields")
    ours = TASK.format(owner="csm", with_="admin") + fields
    assert block(step(tmp_path / "ours", ours), "fields")


FOR_OTHERS = "  text: Ask *twice*.\n  for_others: You hear *how it went*.\n"


def test_whoever_does_not_lead_reads_the_line_for_others(tmp_path: Path) -> None:
    written = TASK.format(owner="sponsor", with_="admin") + FOR_OTHERS
    view = step(tmp_path, written)
    assert (plain(view.summary), view.text) == ("You hear how it went.", "")
    owners = step(tmp_path, written, "sponsor")
    assert owners.summary == "<em>Why</em> it matters."
    assert "Ask" in owners.text


def test_whoever_is_told_reads_the_line_for_others(tmp_path: Path) -> None:
    written = TASK.format(owner="sponsor", with_="csm") + FOR_OTHERS + "  informed: [admin]\n"
    assert step(tmp_path, written).line == "You hear how it went. It takes none of your time."


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
    asked = block(step(tmp_path, written), "survey")["questions"]
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
        ("  done_when: It works.\n", ""),
    ],
)
def test_what_completes_a_step(tmp_path: Path, written: str, words: str) -> None:
    view = step(tmp_path, f"- id: it\n  title: Do it\n  owner: admin\n  day: 3\n{written}")
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
    view = step(tmp_path, TASK.format(owner="admin", with_="csm") + "  optional: true\n")
    assert view.optional == "Optional"


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
    view = step(tmp_path, written)
    assert facts(view)["Hands over to"] == "You"
    assert [(each.title, each.items) for each in block(view, "lists")["lists"]] == [
        ("What the handoff document says", ("What was promised",))
    ]


def test_what_goes_wrong_without_a_step_stands_before_what_completes_it(tmp_path: Path) -> None:
    risk = "\n  risk: You wait for *all* the others."
    view = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + risk)
    assert [each.component for each in view.blocks] == ["risk", "done"]
    assert block(view, "risk") == {"text": "You wait for <em>all</em> the others."}


def test_a_time_limit_stands_beside_the_day(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + "\n  within: 4 hours")
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
    view = step(tmp_path, MET)
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
    own = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + TRIED)
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
    assert block(step(tmp_path / "others", others), "trials")["filled"] is False


def test_whom_to_turn_to_stands_level_by_level_and_then_the_way_back(tmp_path: Path) -> None:
    view = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + TRIED)
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
    view = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + tables)
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
    view = step(tmp_path, TASK.format(owner="admin", with_="csm").rstrip() + avoid)
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
    lines = block(step(tmp_path, meeting), "agenda")["lines"]
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
        view = block(step(tmp_path / reader, written, reader), "decision")["decision"]
        assert view.question == "Do we begin with Cairn?"
        assert [fact.value for fact in view.facts] == who
        assert [(each.title, each.items) for each in view.outcomes] == [
            ("Go, if", ("Everything <em>works</em>.",)),
            ("No-go, if", ("Nothing works.",)),
        ]


def test_whoever_may_join_reads_that_nobody_waits_for_them(tmp_path: Path) -> None:
    joined = "\n  may_join: [sponsor]"
    written = TASK.format(owner="admin", with_="csm").rstrip() + joined
    view = step(tmp_path, written, "sponsor")
    assert view.line == "Why it matters. You may join if you like. Nobody waits for you."
    assert facts(step(tmp_path / "admin", written))["May join"] == "Sponsor"


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
    head = block(step(tmp_path, email), "email")["letter"].head
    assert [(fact.label, fact.value) for fact in head] == [
        ("From", "Success manager"),
        ("To", "You"),
        ("Cc", "Sponsor"),
        ("Subject", "Hello"),
    ]
    told = step(tmp_path / "sponsor", email, "sponsor")
    assert told.line == "You are told how it went. It takes none of your time."
