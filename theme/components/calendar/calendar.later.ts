/** Saves the guide of the page, or one step of it, as a file that calendar programs read. Loaded when somebody asks for it. */

import { type Calendar, calendarFile } from "../../scripts/calendar/file.ts";
import type { Dates } from "../../scripts/dates/plan.ts";
import { saveFile } from "../../scripts/file.ts";
import { load, root } from "../../scripts/site.ts";

/** Whose calendar, and when: a whole guide, or the step whose key is named; and of which customer, where a link has said it. */
export interface Wanted {
  readonly tier: string;
  readonly persona: string;
  readonly step: string;
  readonly customer: string;
  readonly dates: Dates;
}

declare global {
  interface Window {
    /** What the file of a guide's calendar calls, with its data. */
    fwCalendar?: (calendar: Calendar) => void;
  }
}

const calendars: Calendar[] = [];
window.fwCalendar = (calendar) => calendars.push(calendar);

window.fwSaveCalendar = async ({ tier, persona, step, customer, dates: { course, working } }) => {
  await load(`assets/calendars/${tier}/${persona}.js`);
  const [whole] = calendars;
  const entries = whole?.entries.filter(({ id }) => !step || id === step) ?? [];
  if (!whole || entries.length === 0) return 0;
  const calendar = { ...whole, entries, site: whole.site || root };
  const file = calendarFile(calendar, { course, working, now: new Date(), customer });
  saveFile(`${(step || `${tier}-${persona}`).replaceAll("/", "-")}.ics`, "text/calendar", file);
  return entries.length;
};
