/**
 * Civil dates: a year, a month and a day, and no time of day or time zone. In code a date is the number of its day, counted
 * from 1970-01-01: what lies between two dates is a subtraction, and no clock is ever changed in between.
 */

export type Day = number;

const MILLISECONDS = 86_400_000;

/** The day of a text such as `2026-03-02`; undefined where it names none that there is. */
export function dayOf(text: string): Day | undefined {
  const found = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return undefined;
  // In UTC every day is as long as the others. Months that overflow would be other dates: they do not come back the same.
  const day = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / MILLISECONDS;
  return textOf(day) === text ? day : undefined;
}

/** A day as text: `2026-03-02`. */
export function textOf(day: Day): string {
  return instantOf(day).toISOString().slice(0, 10);
}

/** The day it is where the reader is. */
export function today(now = new Date()): Day {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS;
}

/** The day of the week, from Monday, 0. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** What `Intl` writes a day from, in the time zone UTC. */
export function instantOf(day: Day): Date {
  return new Date(day * MILLISECONDS);
}
