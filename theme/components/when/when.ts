// Days of the plan become dates, once their reader has said when it starts; and own deadlines say what is late.

import { today as dayHere, type Day, textOf } from "../../scripts/dates/civil.ts";
import { datesOf, type Dates, followDates, plan } from "../../scripts/dates/plan.ts";
import { bare, short, span, urgencyOf } from "../../scripts/dates/format.ts";
import { element } from "../../scripts/element.ts";
import type { Step } from "../../scripts/guide/guide.ts";
import { follow } from "../../scripts/guide/here.ts";
import { counted, say } from "../../scripts/words.ts";

const places = [...document.querySelectorAll<HTMLElement>("[data-fw-days]")].map((place) => ({ place, words: place.textContent ?? "" }));
let over: ReadonlySet<string> = new Set();
let shownOn: Day | undefined;

function show(): void {
  if (!plan) return;
  const dates = datesOf(plan);
  shownOn = dayHere();
  for (const { place } of places) place.toggleAttribute("data-fw-over", over.has(place.dataset["fwOf"] ?? ""));
  for (const { place, words } of places) place.replaceChildren(...parts(words, saidBy(place), dates, shownOn));
}

/** When a step is that is still to be done, in words, with the date by which it is due and how late it is. */
export function whenOf({ note, day, from }: Step): (Node | string)[] {
  if (!plan || day === undefined) return [note];
  return parts(note, { first: day, last: day, from, isDue: true, isOpen: true, write: short }, datesOf(plan), dayHere());
}

/** The days that a text is about, and how a date of them is written. */
interface Said {
  readonly first: number;
  readonly last: number;
  readonly from: string | undefined;
  /** Whether the last is a deadline, which keeps clear of holidays; and whether it is one to be late for. */
  readonly isDue: boolean;
  readonly isOpen: boolean;
  readonly write: typeof short;
}

function saidBy(place: HTMLElement): Said {
  const [first = 0, last = first] = (place.dataset["fwDays"] ?? "").split(" ").map(Number);
  return {
    first,
    last,
    from: place.dataset["fwFrom"],
    isDue: place.hasAttribute("data-fw-due"),
    isOpen: place.matches("[data-fw-of]:not([data-fw-over])"),
    write: place.closest(".fw-timeline__picture") ? bare : short,
  };
}

function parts(words: string, said: Said, { course, working }: Dates, today: Day): (Node | string)[] {
  const [from, to] = [course.dateOf(said.first, said.from), course.dateOf(said.last, said.from)];
  if (from === undefined || to === undefined) return [words];
  const due = said.isDue ? working.next(to) : to;
  const date = element("time", "fw-when__date", said.first < said.last ? span(from, due, today) : said.write(due, today));
  date.dateTime = textOf(due);
  return [date, " ", element("span", "fw-when__day", words), ...(said.isOpen ? state(due, today) : [])];
}

function state(due: Day, today: Day): (Node | string)[] {
  const urgency = urgencyOf(due, today);
  if (!urgency) return [];
  const [kind, text] =
    urgency === "today"
      ? // Translators: Behind a date: something is due on this day.
        ["now", say("dates", "today")]
      : urgency === "week"
        ? // Translators: Behind a date: something is due before the week is over.
          ["soon", say("dates", "this week")]
        : // Translators: Behind a date that is past: something is still to be done.
          ["late", counted("dates", "{number} day late", "{number} days late", urgency.late)];
  return [" ", element("span", `fw-when__state fw-when__state--${kind}`, text)];
}

if (plan && places.length > 0) {
  followDates(plan, show);
  // A page may stay open over midnight.
  document.addEventListener("visibilitychange", () => {
    if (shownOn !== dayHere()) show();
  });
  show();
  // What is done, or does not apply, is not late any more.
  follow(({ phases }) => {
    const steps = phases.flatMap(({ steps }) => steps);
    over = new Set(steps.filter(({ state }) => state === "done" || state === "away").map(({ step }) => step.key));
    show();
  });
}
