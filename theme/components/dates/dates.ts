// The dates that a reader sets for a plan. What a change would move is said before it is made.

import { type Day, dayOf, textOf, today } from "../../scripts/dates/civil.ts";
import { START } from "../../scripts/dates/course.ts";
import { lateIn } from "../../scripts/dates/late.ts";
import { countries, datesOf, type Dates, followDates, plan, type Plan } from "../../scripts/dates/plan.ts";
import { long } from "../../scripts/dates/format.ts";
import { button, element } from "../../scripts/element.ts";
import { announce } from "../../scripts/events.ts";
import { follow } from "../../scripts/guide/here.ts";
import type { Progress } from "../../scripts/guide/progress.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { placeOf } from "../../scripts/site.ts";
import { counted, say } from "../../scripts/words.ts";

const form = document.querySelector<HTMLElement>(".fw-dates");
if (form && plan) mount(form, plan);

function mount(form: HTMLElement, plan: Plan): void {
  const find = <Kind extends HTMLElement>(kind: string) => form.querySelector<Kind>(kind);
  const fields = [...form.querySelectorAll<HTMLInputElement>("[data-fw-date]")];
  const country = find<HTMLSelectElement>("select");
  const about = find("#page_day-1");
  const change = find(".fw-dates__change");
  const said = find(".fw-dates__said");
  const unset = about?.textContent ?? "";
  const asked = new Map<string, string>();
  const text = element("span");
  // Translators: A button behind "You are 4 days behind.": what is still to do is planned so many days later.
  const postpone = button(say("dates", "Plan the rest later"), "fw-text-button", () => {
    const { start } = datesOf(plan).course;
    if (start !== undefined) ask(plan.start, textOf(start + late()));
  });
  const behind = element("p", "fw-dates__behind", text, " ", postpone);
  let progress: Progress | undefined;
  /** The days by which the reader is late with what they should have done first. */
  const late = (): number => Math.max(0, ...(progress ? lateIn(progress, datesOf(plan), today()).values() : []));
  const keyOf = ({ dataset: { fwDate } }: HTMLInputElement): string =>
    fwDate === START ? plan.start : (plan.marks.find(({ id }) => id === fwDate)?.key ?? "");

  const show = (): void => {
    const { start } = datesOf(plan).course;
    for (const field of fields) field.value = memory.get(keyOf(field)) ?? "";
    if (country) country.value = memory.get(plan.country) ?? countries[0]?.id ?? "";
    // Translators: Below the field for the start date, when it is known.
    if (about) about.textContent = start === undefined ? unset : say("dates", "Day 1 is {date}.", { date: long(start) });
    asked.clear();
    if (change) change.hidden = true;
    const number = start === undefined ? 0 : late();
    // Translators: Where a reader sets their dates: a step of theirs is so many days over its deadline.
    text.textContent = counted("dates", "You are {number} day behind.", "You are {number} days behind.", number);
    behind.hidden = number === 0;
  };
  const take = (): void => {
    for (const [key, value] of [...asked]) memory.set(key, value); // each is shown at once, and then none is asked any more
    announce("start-date", { tier: placeOf().tier, date: memory.get(plan.start) ?? "" });
    show();
  };
  const ask = (key: string, value: string): void => {
    asked.set(key, value);
    const moved = movedBy(datesOf(plan), datesOf(plan, (key) => asked.get(key) ?? memory.get(key)));
    if (moved.length === 0 || !change || !said) return take();
    change.hidden = false;
    said.replaceChildren(...moved.map((sentence) => element("p", "", sentence)));
  };

  for (const field of fields) {
    field.addEventListener("change", () => {
      if (field.value === "" || dayOf(field.value) !== undefined) ask(keyOf(field), field.value);
    });
  }
  country?.addEventListener("change", () => ask(plan.country, country.value));
  if (change) change.before(behind);
  for (const [pressed, answer] of [[find("[data-fw-move]"), take], [find("[data-fw-leave]"), show]] as const) {
    pressed?.addEventListener("click", () => {
      answer();
      fields[0]?.focus(); // the button is gone
    });
  }
  followDates(plan, show);
  follow((now) => {
    progress = now;
    if (asked.size === 0) show();
  });
  show();
}

/** What a change moves and what it leaves, in sentences; none where no open deadline of the page has a date that moves. */
function movedBy(before: Dates, after: Dates): string[] {
  const moved: [Day, Day][] = [];
  let stay = 0;
  for (const [day, from] of deadlines()) {
    const [old, now] = [dueOn(before, day, from), dueOn(after, day, from)];
    if (old === undefined) return [];
    if (now === undefined || now === old) stay += 1;
    else moved.push([old, now]);
  }
  const first = moved.sort(([one], [other]) => one - other)[0];
  if (!first) return [];
  const values = { before: long(first[0]), after: long(first[1]) };
  const sentences = [
    // Translators: What changes when dates are moved.
    counted("dates", "{number} open deadline moves, from {before} to {after}.", "{number} open deadlines move, the first of them from {before} to {after}.", moved.length, values),
  ];
  // Translators: What does not change when dates are moved.
  if (stay > 0) sentences.push(counted("dates", "{number} stays where it is.", "{number} stay where they are.", stay));
  return sentences;
}

/** The reader's own open deadlines on this page, each once: its planned day, and what it moves with. */
function deadlines(): [number, string | undefined][] {
  const found = new Map<string, [number, string | undefined]>();
  for (const place of document.querySelectorAll<HTMLElement>("[data-fw-of]:not([data-fw-over])")) {
    const { fwOf = "", fwDays = "", fwFrom } = place.dataset;
    found.set(fwOf, [Number(fwDays.split(" ").at(-1)), fwFrom]);
  }
  return [...found.values()];
}

function dueOn({ course, working }: Dates, day: number, from?: string): Day | undefined {
  const date = course.dateOf(day, from);
  return date === undefined ? undefined : working.next(date);
}
