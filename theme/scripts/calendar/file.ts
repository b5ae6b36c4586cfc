/**
 * The calendar of a guide as a file that calendar programs read (RFC 5545): what `firstwin.render.calendar` writes, byte for
 * byte. Times are floating; ids stay, and numbers of sequence rise with every minute, so that a later file updates an earlier.
 */

import { type Day, textOf, weekdayOf } from "../dates/civil.ts";
import type { Course, Mark } from "../dates/course.ts";
import type { WorkingDays } from "../dates/working-days.ts";

/** One entry, as `firstwin.pages.calendar` hands it on. What is 0 or empty may be left out. */
export interface Entry {
  readonly id: string;
  readonly kind: "deadline" | "meeting" | "call";
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly day: number;
  readonly from: string;
  readonly minutes: number;
  readonly every: "day" | "week" | "2 weeks" | "month" | "quarter" | "half-year" | "year" | null;
  readonly times: number;
}

/** The calendar of a guide. `site` is the address it is published at, or empty; `host` makes ids its own. */
export interface Calendar {
  readonly title: string;
  readonly site: string;
  readonly host: string;
  readonly begins: string;
  readonly marks: readonly Mark[];
  readonly entries: readonly Entry[];
}

/**
 * What a calendar is made for: the dates that were set, the working days where its reader is, the moment it is made. Entries of
 * one customer have ids apart from those of others; without a name they are those of the plan.
 */
export interface Occasion {
  readonly course: Course;
  readonly working: WorkingDays;
  readonly now: Date;
  readonly customer: string;
}

const MOST_OCTETS = 75;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY_BEFORE = "-PT15H";

/** The file, as text. */
export function calendarFile(calendar: Calendar, occasion: Occasion): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//firstwin//calendar//EN",
    `X-WR-CALNAME:${escaped(calendar.title)}`,
    ...calendar.entries.flatMap((entry) => event(entry, calendar, occasion)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(entry: Entry, calendar: Calendar, { course, working, now, customer }: Occasion): string[] {
  const planned = course.dateOf(entry.day, entry.from);
  if (planned === undefined) return [];
  const day = working.next(planned);
  const address = calendar.site && calendar.site + entry.address;
  const text = [entry.text, address].filter(Boolean).join("\n\n");
  const deadline = entry.kind === "deadline";
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`${entry.id}${customer && `/${markOf(customer)}`}@${calendar.host}`)}`,
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTAMP:${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`,
    ...(deadline
      ? [`DTSTART;VALUE=DATE:${compact(day)}`]
      : [`DTSTART:${compact(day)}T${calendar.begins.replace(":", "")}00`, `DURATION:${duration(entry.minutes)}`]),
    ...(entry.every && entry.times > 1 ? [`RRULE:${rule(entry, day)}`] : []),
    `SUMMARY:${escaped(entry.title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    ...(deadline ? ["TRANSP:TRANSPARENT", ...alarm(entry.title)] : []),
    "END:VEVENT",
  ];
}

/** What stands for a customer in ids, which go from calendar to calendar and are to name nobody: FNV-1a in 64 bits. */
function markOf(customer: string): string {
  let mark = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(customer)) mark = BigInt.asUintN(64, (mark ^ BigInt(byte)) * 0x100000001b3n);
  return mark.toString(16).padStart(16, "0");
}

function alarm(title: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, `TRIGGER:${DAY_BEFORE}`, "END:VALARM"];
}

const MONTHS: Readonly<Record<string, number>> = { quarter: 3, "half-year": 6, year: 12 };

/** How calls come back: on the same weekday, or on each of five, so that none falls on a weekend. */
function rule({ every, times }: Entry, first: Day): string {
  if (every === "day") return `FREQ=WEEKLY;COUNT=${times};BYDAY=${WEEKDAYS.slice(0, 5).join(",")}`;
  const weekly = every === "week" || every === "2 weeks";
  const between = every === "2 weeks" ? 2 : MONTHS[every ?? ""] ?? 1;
  const interval = between > 1 ? `;INTERVAL=${between}` : "";
  return `FREQ=${weekly ? "WEEKLY" : "MONTHLY"};COUNT=${times}${interval}${weekly ? "" : `;BYDAY=${weekdayOfMonth(first)}`}`;
}

/** `2TU`, the second Tuesday; `-1TU`, the last one: not every month has five. */
function weekdayOfMonth(day: Day): string {
  const week = Math.floor((Number(textOf(day).slice(8)) - 1) / 7) + 1;
  return `${week > 4 ? -1 : week}${WEEKDAYS[weekdayOf(day)]}`;
}

function compact(day: Day): string {
  return textOf(day).replaceAll("-", "");
}

function duration(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const time = `${hours ? `${hours}H` : ""}${rest ? `${rest}M` : ""}`;
  return `P${days ? `${days}D` : ""}${time && `T${time}`}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("\\N", "\n")
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r\n|[\n\r]/g, "\\n");
}

/** A line in pieces of less than 75 octets, cut within no character and behind no sign that belongs to the next. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece: string[] = [];
  let octets = 0;
  for (const character of line) {
    const width = new TextEncoder().encode(character).length;
    if (piece.length > 0 && octets + width >= MOST_OCTETS) {
      const last = piece.at(-1)!;
      const kept = piece.length > 1 && (last === "\\" || last === "^") ? [piece.pop()!] : [];
      pieces.push(piece.join(""));
      piece = kept;
      octets = kept.length;
    }
    piece.push(character);
    octets += width;
  }
  return [...pieces, piece.join("")].join("\r\n ");
}
