// Buttons that save a guide or one of its steps for a calendar program. What writes the file is loaded when one is pressed.

import { datesOf, followDates, plan } from "../../scripts/dates/plan.ts";
import { announce } from "../../scripts/events.ts";
import { button, element } from "../../scripts/element.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load, placeOf } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notifyUnloaded } from "../notice/notice.ts";
import type { Wanted } from "./calendar.later.ts";

declare global {
  interface Window {
    /** Saves a calendar; says how many entries it has. One without any is not saved. */
    fwSaveCalendar?: (wanted: Wanted) => Promise<number>;
  }
}

const { tier, persona } = placeOf();
const steps = new Map<string, HTMLElement>();
for (const row of document.querySelectorAll<HTMLElement>(".fw-step[data-fw-step]")) {
  const key = row.dataset["fwStep"] ?? "";
  if (persona && row.querySelector(`[data-fw-of="${key}"]`)) steps.set(key, row);
}

function show(): void {
  const known = plan !== undefined && datesOf(plan).course.start !== undefined;
  for (const whole of document.querySelectorAll<HTMLButtonElement>("button[data-fw-calendar='']")) whole.disabled = !known;
  for (const [key, row] of steps) {
    const made = row.querySelector(".fw-calendar");
    if (!known) made?.remove();
    else if (!made) row.querySelector(".fw-step__parts")?.append(buttonFor(key, row));
  }
}

function buttonFor(key: string, row: HTMLElement): HTMLElement {
  const title = row.querySelector(".fw-step__title")?.textContent?.trim() ?? "";
  // Translators: A button: it saves a file for a calendar program.
  const made = button(say("dates", "Add to calendar"), "fw-dates__button");
  made.dataset["fwCalendar"] = key;
  // Translators: Behind the words of a button, only read out: what it is about. The colon is part of it.
  made.append(element("span", "fw-hidden", say("read out", ": {title}", { title })));
  return element("p", "fw-calendar", made);
}

if (plan) {
  followDates(plan, show);
  show();
}

document.addEventListener("click", ({ target }) => {
  const pressed = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-fw-calendar]") : null;
  if (pressed && tier && persona) void save(pressed.dataset["fwCalendar"] ?? "");
});

async function save(step: string): Promise<void> {
  if (!plan) return;
  try {
    await load("assets/calendar.js");
    const customer = memory.get(`${tier}/_customer`) ?? "";
    const entries = await window.fwSaveCalendar?.({ tier, persona, step, customer, dates: datesOf(plan) });
    if (entries) announce("calendar-saved", { tier, entries });
  } catch {
    notifyUnloaded();
  }
}
