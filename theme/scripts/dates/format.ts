/** Dates as the language of the page writes them, and how late something is. */

import { language } from "../words.ts";
import { type Day, instantOf, weekdayOf } from "./civil.ts";

const SHORT: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
const LONG: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const FULL: Intl.DateTimeFormatOptions = { dateStyle: "long" };
const SPAN: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

/** `Wed 11 Mar`; with its year where that is not `today`'s. */
export function short(day: Day, today: Day): string {
  return format(SHORT, day, today).format(instantOf(day));
}

/** `11 Mar`, where there is little room. */
export function bare(day: Day): string {
  return formatOf(SPAN).format(instantOf(day));
}

/** `Wednesday 11 March 2026`. */
export function long(day: Day): string {
  return formatOf(LONG).format(instantOf(day));
}

/** `11 March 2026`. */
export function full(day: Day): string {
  return formatOf(FULL).format(instantOf(day));
}

/** `4 – 6 Mar`. */
export function span(first: Day, last: Day, today: Day): string {
  return format(SPAN, last, today).formatRange(instantOf(first), instantOf(last));
}

/** What a deadline is on some day: late by so many days, due on the day itself, or due in the same week. */
export type Urgency = { readonly late: number } | "today" | "week" | undefined;

export function urgencyOf(due: Day, today: Day): Urgency {
  if (due < today) return { late: today - due };
  if (due === today) return "today";
  return due < today - weekdayOf(today) + 7 ? "week" : undefined;
}

function format(options: Intl.DateTimeFormatOptions, day: Day, today: Day): Intl.DateTimeFormat {
  const sameYear = instantOf(day).getUTCFullYear() === instantOf(today).getUTCFullYear();
  return formatOf(sameYear ? options : { ...options, year: "numeric" });
}

/** Making a format takes longer than writing a date, and a page has hundreds. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale() + JSON.stringify(options);
  const made = formats.get(name) ?? new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" });
  formats.set(name, made);
  return made;
}

/** English without a country is the world's: 2 November 2026. */
function locale(): string {
  return language() === "en" ? "en-001" : language();
}
