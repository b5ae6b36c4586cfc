/**
 * The dates of the plan whose page this is: what its reader has set, and the working days of the country they have chosen.
 *
 * What there is to set says a script of the plan or the guide, which ran before.
 */

import { memory } from "../memory/memory.ts";
import { dayOf, type Day, today } from "./civil.ts";
import { Course, FIRST_DAY, type Mark, START } from "./course.ts";
import { type Country, WorkingDays } from "./working-days.ts";

/** A mark, with what it is called and the key its date is kept under. */
export interface KeptMark extends Mark {
  readonly title: string;
  readonly key: string;
}

/** What a reader may set of a plan, and the keys it is kept under. */
export interface Plan {
  readonly start: string;
  readonly country: string;
  readonly marks: readonly KeptMark[];
}

declare global {
  interface Window {
    fwDates?: { readonly countries: readonly Country[]; readonly plan: Plan };
  }
}

/** The dates of a plan, with the days they are due on. */
export interface Dates {
  readonly course: Course;
  readonly working: WorkingDays;
}

const EVERY_DAY = new WorkingDays({ weekend: [], off: [], on: [] });

export const countries = window.fwDates?.countries ?? [];

/** The plan of this page, if it is a page of one. */
export const plan: Plan | undefined = window.fwDates?.plan;

/** The dates of a plan, by what is kept, or would be. */
export function datesOf(plan: Plan, kept: (key: string) => string | undefined = (key) => memory.get(key)): Dates {
  const set = new Map<string, Day>();
  for (const { id, key } of [{ id: START, key: plan.start }, ...plan.marks]) {
    const day = dayOf(kept(key) ?? "");
    if (day !== undefined) set.set(id, day);
  }
  const country = countries.find(({ id }) => id === kept(plan.country)) ?? countries[0];
  return { course: new Course(set, plan.marks), working: country ? new WorkingDays(country) : EVERY_DAY };
}

/** The day of this page's plan that it is today; none where no start date is known. */
export function dayOfPlan(): number | undefined {
  const start = plan && datesOf(plan).course.start;
  return start === undefined ? undefined : today() - start + FIRST_DAY;
}

/** Show the dates of a plan whenever what decides about them has changed. */
export function followDates({ start, country, marks }: Plan, show: () => void): void {
  const keys = [start, country, ...marks.map(({ key }) => key)];
  memory.subscribe((changed) => {
    if (keys.some((key) => changed.has(key))) show();
  });
}
