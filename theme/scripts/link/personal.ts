/**
 * What a personal link says. Whatever is of another form than here makes the whole link one that is not read; keys that are
 * not known are passed over, and whether an id is one of the site is asked where it is used.
 *
 * In: the value in a fragment. Out: `Personal`, whose mappings are `Map`s: an id may be called `constructor`.
 */

import { dayOf } from "../dates/civil.ts";
import { isRecord } from "../memory/document.ts";
import { FragmentError } from "./fragment.ts";

export interface LinkedContact {
  readonly name: string;
  readonly url: string | undefined;
}

export interface Personal {
  readonly to: string;
  readonly customer: string;
  readonly tier: string;
  readonly persona: string;
  readonly start: string | undefined;
  readonly days: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, LinkedContact>;
  readonly answers: ReadonlyMap<string, string>;
  readonly targets: readonly string[];
  readonly notes: readonly string[];
}

const LONGEST_NAME = 80;
const LONGEST_LINE = 500;
const LONGEST_ADDRESS = 300;
const LONGEST_ID = 64;
const MOST = 50;

// Controls, and what turns the direction of what stands around it; in `u`, halves of characters are those that are alone.
const HIDDEN = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ADDRESS = /^(https?:\/\/|mailto:|tel:)[!#-&(-;=?-[\]_a-z~]+$/;
const WITH_USER = /^https?:\/\/[^/?#]*@/;
const YEARS = /^2[01]/;

/** What a payload says. Throws a `FragmentError` where it is none of a personal link. */
export function readPersonal(payload: Record<string, unknown>): Personal {
  const said = record(record(payload)["personal"]);
  return {
    to: name(said["to"]),
    customer: name(said["customer"]),
    tier: id(said["tier"]),
    persona: id(said["persona"]),
    start: "start" in said ? day(said["start"]) : undefined,
    days: each(said, "days", day),
    contacts: each(said, "contacts", contact),
    answers: each(said, "answers", id),
    targets: lines(said, "targets"),
    notes: lines(said, "notes"),
  };
}

/** Whether a page may link to an address that somebody else wrote. */
export function isLinked(address: unknown): address is string {
  return (
    typeof address === "string" && address.length <= LONGEST_ADDRESS && ADDRESS.test(address) && !WITH_USER.test(address)
  );
}

function refuse(): never {
  throw new FragmentError("shape");
}

/** A mapping with what was written in it and nothing else: `constructor` is in none. */
function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? Object.assign(Object.create(null), value) : refuse();
}

function text(value: unknown, longest: number): string {
  if (typeof value !== "string" || value === "" || HIDDEN.test(value)) return refuse();
  return value.length <= longest || [...value].length <= longest ? value : refuse();
}

function name(value: unknown): string {
  return text(value, LONGEST_NAME);
}

function id(value: unknown): string {
  const isId = typeof value === "string" && value.length <= LONGEST_ID && ID.test(value);
  return isId && value !== "true" && value !== "false" ? value : refuse();
}

function day(value: unknown): string {
  return typeof value === "string" && YEARS.test(value) && dayOf(value) !== undefined ? value : refuse();
}

function contact(value: unknown): LinkedContact {
  const said = record(value);
  const url = said["url"];
  if ("url" in said && !isLinked(url)) return refuse();
  return { name: name(said["name"]), url: url as string | undefined };
}

function each<T>(said: Record<string, unknown>, key: string, read: (value: unknown) => T): ReadonlyMap<string, T> {
  const entries = Object.entries(record(key in said ? said[key] : {}));
  return entries.length <= MOST ? new Map(entries.map(([key_, value]) => [id(key_), read(value)])) : refuse();
}

function lines(said: Record<string, unknown>, key: string): readonly string[] {
  const all = key in said ? said[key] : [];
  return Array.isArray(all) && all.length <= MOST ? all.map((line) => text(line, LONGEST_LINE)) : refuse();
}
