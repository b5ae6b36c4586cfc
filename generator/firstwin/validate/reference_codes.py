"""The codes of references that lead nowhere and ids that clash, FW2xx and FW140.

In: nothing. Out: one `Code` a kind of fault, with what `firstwin explain` says about it.
"""

from __future__ import annotations

from firstwin.diagnostics import Code, Severity
from firstwin.validate.places import LIBRARY
from firstwin.validate.taken import TAKEN_BY_A_GUIDE, TAKEN_BY_THE_SITE

ERROR = Severity.ERROR

NO_WRONG_ANSWER = Code(
    "FW140",
    ERROR,
    "A reason for an answer that is not wrong",
    "`why_not` of a question says of wrong answers why they are wrong, each by the id of its option. Why the right one is "
    "right stands under `because`.",
    wrong="options:\n  only-you: Only you\n  everyone: Everyone\nanswer: only-you\nwhy_not:\n  all: It is not shared yet.",
    right="options:\n  only-you: Only you\n  everyone: Everyone\nanswer: only-you\nwhy_not:\n  everyone: It is not shared yet.",
)
NOT_MOVABLE = Code(
    "FW135",
    ERROR,
    "A date of a day that readers cannot set",
    "`days` of a customer holds the dates of days that their plan lets readers set: milestones and named days that its playbook "
    "names under `movable`. All other days count from the start date.",
    wrong="days:\n  first-report: 2026-12-01",
    right="start: 2026-11-02",
)
UNKNOWN_ROLE = Code(
    "FW201",
    ERROR,
    "Unknown role",
    "Owners, participants and everybody else who is named in a playbook are roles from `roles.yml`.",
    wrong="owner: cms",
    right="owner: csm",
)
UNKNOWN_TIER = Code(
    "FW202",
    ERROR,
    "Unknown tier",
    "Tiers are defined in `tiers.yml`. Playbooks, targets, contacts and plays name them.",
    wrong="tier: teem",
    right="tier: team",
)
UNKNOWN_PERSONA = Code(
    "FW203",
    ERROR,
    "Unknown persona",
    "A persona is a role that has a guide in the tier: by a file of its own in the tier's folder, or listed under `guides` of "
    "its playbook. Only a persona can be promised how much time it takes.",
    wrong="minutes:\n  csm: 240",
    right="minutes:\n  admin: 240",
)
UNKNOWN_METRIC = Code(
    "FW204",
    ERROR,
    "Unknown metric",
    "Reviews look at metrics from `metrics.yml`.",
    wrong="metrics:\n  - activaton",
    right="metrics:\n  - activation",
)
UNKNOWN_CONDITION = Code(
    "FW205",
    ERROR,
    "Unknown condition",
    "`only_if` names a condition from `conditions.yml`, where its question stands.",
    wrong="only_if: data-migraton",
    right="only_if: data-migration",
)
UNKNOWN_OPTION = Code(
    "FW206",
    ERROR,
    "An answer that the condition does not have",
    "A condition with options is answered with one of them; one without is answered yes or no.",
    wrong="only_if:\n  hosting: on-premise",
    right="only_if:\n  hosting: self-managed",
)
UNKNOWN_ANCHOR = Code(
    "FW207",
    ERROR,
    "Unknown anchor",
    "A window may count from `start`, from a milestone of the same playbook or from one of its named days. "
    "Milestones that a single persona adds are no anchors.",
    wrong="days: 1-4 after golive",
    right="days: 1-4 after go-live",
)
UNKNOWN_ENTRY = Code(
    "FW208",
    ERROR,
    "Unknown library entry",
    "`use` takes the id of a library entry, which is its file's name without `.yml`.",
    wrong="- use: conect-sso",
    right="- use: connect-sso",
)
UNKNOWN_PARAMETER = Code(
    "FW209",
    ERROR,
    "Unknown parameter",
    "`set` fills parameters that the library entry declares under `parameters`.",
    wrong="- use: reminder\n  set:\n    dealine: day 10",
    right="- use: reminder\n  set:\n    deadline: day 10",
)
UNSET_PARAMETER = Code(
    "FW210",
    ERROR,
    "A parameter without a value",
    "A parameter that has no default needs a value in each use of its entry.",
    wrong="- use: reminder",
    right="- use: reminder\n  set:\n    deadline: day 10",
)
UNKNOWN_NEED = Code(
    "FW211",
    ERROR,
    "A need that is not there",
    "`needs` names steps and phases of the same playbook. A persona's added step may also need another that "
    "it adds; nobody else can need one of those.",
    wrong="needs:\n  - kickof-call",
    right="needs:\n  - kickoff-call",
)
UNKNOWN_STEP = Code(
    "FW212",
    ERROR,
    "Unknown step",
    "`hide` and `adjust` name steps of the playbook beside the persona file, `headings` and `counted_by` those of its "
    "own. In `failures.yml`, `steps` names steps of each tier's playbook, and so does `late` in `plays.yml`.",
    wrong="hide:\n  - kickof-call",
    right="hide:\n  - kickoff-call",
)
UNKNOWN_PHASE = Code(
    "FW213",
    ERROR,
    "A persona file adds to a phase or step that is not there",
    "`add` names phases and steps of the playbook beside the persona file. What it lists under a phase stands "
    "at the end of it, what it lists under a step follows the step.",
    wrong="add:\n  set-upp:\n    - id: name-a-stand-in\n      title: Name a stand-in\n      done_when: Somebody else can sign in.",
    right="add:\n  set-up:\n    - id: name-a-stand-in\n      title: Name a stand-in\n      done_when: Somebody else can sign in.",
)
DUPLICATE_ID = Code(
    "FW214",
    ERROR,
    "An id that is used twice",
    "Progress is kept under ids, so each stands for one thing: steps and phases are unique in a playbook, "
    "items and fields in a step, named days and milestones among the anchors, files in the library. No tutorial, quiz or document "
    "has the id of a tier.",
    wrong="- id: kickoff-call\n  title: Hold the kickoff call\n- id: kickoff-call\n  title: Hold it again",
    right="- id: kickoff-call\n  title: Hold the kickoff call\n- id: second-call\n  title: Hold it again",
)
EARLIER_ID = Code(
    "FW215",
    ERROR,
    "An earlier id that belongs to something else",
    "`was` moves what was ticked under an earlier id to the new one. That id can no longer be in use nor be retired, and it "
    "can only move to one place.",
    wrong="- id: kickoff-call\n  was: prerequisites\n- id: prerequisites",
    right="- id: kickoff-call\n  was: first-call\n- id: prerequisites",
)
RETIRED_ID = Code(
    "FW216",
    ERROR,
    "A retired id that is used again",
    "What readers ticked under a retired id is still in their browsers. If the id came back for something "
    "else, that would look done.",
    wrong="retired:\n  - kickoff-call\nphases:\n  - id: plan\n    steps:\n      - id: kickoff-call",
    right="retired:\n  - kickoff-call\nphases:\n  - id: plan\n    steps:\n      - id: first-call",
)
WRONG_NAME = Code(
    "FW217",
    ERROR,
    "A file or folder with another name than what is in it",
    "A tier's folder is called like the tier, a persona's file like the persona, and a library entry's file "
    "gives it its id. So everybody knows where something stands, and no two files can be about the same.",
    wrong="# persona: admin\nplaybooks/team/administrator.yml",
    right="# persona: admin\nplaybooks/team/admin.yml",
)
UNKNOWN_ANSWER = Code(
    "FW218",
    ERROR,
    "The right answer of a quiz is not one of its options",
    "`answer` takes the id of one of the question's options.",
    wrong="options:\n  only-you: Only you\n  everyone: Everyone\nanswer: you",
    right="options:\n  only-you: Only you\n  everyone: Everyone\nanswer: only-you",
)
HIDDEN_ADJUSTED = Code(
    "FW219",
    ERROR,
    "A step that is hidden and adjusted",
    "A persona file hides first: what it hides cannot be adjusted.",
    wrong="hide:\n  - kickoff-call\nadjust:\n  kickoff-call:\n    minutes: 30",
    right="adjust:\n  kickoff-call:\n    minutes: 30",
)
ADDED_EXISTS = Code(
    "FW220",
    ERROR,
    "An added step that is in the playbook already",
    "`add` is for steps that only this persona has. To show a step of the playbook to a persona, name the "
    "persona's role in the step, under `with` or `informed`.",
    wrong="add:\n  plan:\n    - id: kickoff-call\n      title: Hold your kickoff call\n      done_when: Everybody knows the dates.",
    right="adjust:\n  kickoff-call:\n    title: Hold your kickoff call",
)
DUPLICATE_FORM = Code(
    "FW222",
    ERROR,
    "A word that the glossary explains twice",
    "Where a word first stands on a page, it leads to its term in the glossary. A word that two terms have, "
    "as `title` or under `also`, would lead to one of them by chance. Small and capital letters make no "
    "difference.",
    wrong="quick-win:\n  title: quick win\n  meaning: What you can show on the first day.\nfirst-value:\n  title: first value\n  meaning: The first result.\n  also:\n    - Quick win",
    right="quick-win:\n  title: quick win\n  meaning: What you can show on the first day.\nfirst-value:\n  title: first value\n  meaning: The first result.",
)
TAKEN_NAME = Code(
    "FW223",
    ERROR,
    "A name that is taken",
    "Tiers and phases become folders of the site. A tier cannot be called like one of the site's own "
    f"folders ({', '.join(sorted(TAKEN_BY_THE_SITE - {LIBRARY}))}) or like "
    f"`{LIBRARY}`, and a phase not like two pages that each guide has ({', '.join(sorted(TAKEN_BY_A_GUIDE))}). Where a phase is called "
    "like another page of a guide (glossary, help, metrics, on-one-page, plays, whole-plan), that page gives way. Nothing "
    "can be called by a name that Windows keeps for itself, such as `con` or `aux`. And what readers do is kept under "
    "the ids of tiers, tutorials, quizzes and documents: none of these is called `answers` or `plays`, and no tier `shared`.",
    wrong="phases:\n  - id: checklist\n    title: Check everything",
    right="phases:\n  - id: last-checks\n    title: Check everything",
)
UNKNOWN_PLAY = Code(
    "FW224",
    ERROR,
    "Unknown play",
    "In `failures.yml`, `plays` names plays from `plays.yml`.",
    wrong="plays:\n  - champion-leves",
    right="plays:\n  - champion-leaves",
)
UNKNOWN_CONTACT = Code(
    "FW133",
    ERROR,
    "A contact that a customer's pages do not have",
    "In a customer's file, `contacts` says who is behind the contacts of `contacts.yml`. A customer sees those that are "
    "for their tier and for customers; the others stand on none of their pages.",
    wrong="contacts:\n  succes-manager: Maria Silva",
    right="contacts:\n  success-manager: Maria Silva",
)
UNKNOWN_PHASE_FILE = Code(
    "FW229",
    ERROR,
    "A phase that is named and is in no file",
    "An id alone in the list of phases stands for a file of that name in the folder `phases` beside the playbook. The list "
    "says in which order the phases follow each other.",
    wrong="# playbooks/team/phases/prepare.yml\nphases:\n  - prepar",
    right="# playbooks/team/phases/prepare.yml\nphases:\n  - prepare",
)
UNLISTED_PHASE = Code(
    "FW230",
    ERROR,
    "A file of a phase that its playbook does not name",
    "The files in the folder `phases` are phases of the playbook beside it, in the order in which its `phases` name them. What "
    "is not named is in no plan.",
    wrong="# playbooks/team/phases/prepare.yml and phases/rehearse.yml\nphases:\n  - prepare",
    right="# playbooks/team/phases/prepare.yml and phases/rehearse.yml\nphases:\n  - prepare\n  - rehearse",
)
UNKNOWN_BASE = Code(
    "FW231",
    ERROR,
    "A plan that cannot be extended",
    "`extends` names the tier of another plan, which this one begins with. That plan is there, does not extend this one, and "
    "is not for fewer people: what nobody but partners may read does not get to customers that way.",
    wrong="extends: teem",
    right="retired:\n  - old-call",
)
NOT_OF_BASE = Code(
    "FW232",
    ERROR,
    "A change of what the other plan does not have",
    "`hide`, `adjust`, `move` and `add` of a plan that extends another name phases and steps of that one by their ids. "
    "`adjust` takes the keys that all steps have; of a phase those of a phase. A phase moves behind another phase.",
)
HIDDEN_NEEDED = Code(
    "FW233",
    ERROR,
    "A hidden step that others need",
    "A plan that extends another hides some of its steps. What is left needs none of them, and counts from none.",
)
NOTHING_TO_CHANGE = Code(
    "FW234",
    ERROR,
    "A change of no other plan",
    "`hide`, `adjust`, `move` and `add` of a playbook change the plan that it extends.",
    wrong="hide:\n  - kickoff-call",
    right="retired:\n  - first-call",
)
TWO_FORMS = Code(
    "FW235",
    ERROR,
    "A condition with options and paths",
    "A condition is answered yes or no, with one of its `options`, or with one of its `paths`. A path is an option with a title "
    "and what is different on it.",
    wrong="options:\n  pilot: if one team goes first\npaths:\n  all:\n    title: All at once\n    label: if all begin at once",
    right="paths:\n  pilot:\n    title: One team first\n    label: if one team goes first\n  all:\n    title: All at once\n    label: if all begin at once",
)
REFERENCE_CODES = tuple(value for value in globals().values() if isinstance(value, Code))
