/**
 * What a personal link has made of a plan: kept in the browser like all else that is the reader's, and undone in one go.
 *
 * In: what a link says, and the reader's state. Out: the same with it. What the reader has said is never overwritten: where the
 * link says something else, that is returned, for the reader to choose. What is read back is as hostile as a link is.
 */

import { isLinked } from "./personal.ts";
import type { LinkedContact, Personal } from "./personal.ts";

/** As much of the reader's state as is used. */
export interface Memory {
  get(key: string): string | undefined;
  follow(item: null): void;
  setAll(entries: Iterable<readonly [key: string, value: string]>): void;
  entries(prefix?: string): [string, string][];
}

/** Something that the link says and the reader has said otherwise. */
export interface Conflict {
  readonly key: string;
  readonly own: string;
  readonly linked: string;
}

/** What a page shows of it. */
export interface Own {
  readonly reader: string;
  readonly customer: string;
  readonly targets: readonly string[];
  readonly notes: readonly string[];
}

const KINDS = ["_reader", "_contact", "_target", "_note", "_linked"];
const START = "_start";
const DAY = "/_day";

/** A date or an answer as a link has said it, and what the reader had said before they took it over; empty for nothing. */
interface Fact {
  readonly linked: string;
  readonly own: string;
}

/** Keep what a link says in the place of what an older one said. Returns what the reader has said otherwise. */
export function take(said: Personal, memory: Memory): Conflict[] {
  const { tier } = said;
  memory.follow(null); // what the reader has said in another tab counts
  const facts = new Map(said.start ? [[`${tier}/${START}`, said.start]] : []);
  for (const [id, date] of said.days) facts.set(`${tier}/${id}${DAY}`, date);
  for (const [id, answer] of said.answers) facts.set(`answers/${id}`, answer);
  const older = factsOf(tier, memory);
  const changes = new Map(["_contact", "_target", "_note"].flatMap((kind) => cleared(`${tier}/${kind}/`, memory)));
  changes.set(`${tier}/_customer`, said.customer);
  changes.set(`${tier}/_reader/${said.persona}`, said.to);
  for (const [id, { name, url = "" }] of said.contacts) changes.set(`${tier}/_contact/${id}`, `${name}\n${url}`);
  for (const [at, line] of said.targets.entries()) changes.set(`${tier}/_target/n${at}`, line);
  for (const [at, line] of said.notes.entries()) changes.set(`${tier}/_note/n${at}`, line);
  for (const [key, fact] of older) {
    changes.set(linkedKey(tier, key), "");
    if (!facts.has(key) && memory.get(key) === fact.linked) changes.set(key, fact.own);
  }
  const conflicts: Conflict[] = [];
  for (const [key, linked] of facts) {
    const own = memory.get(key);
    const before = older.get(key);
    const isOfALink = own === undefined || own === before?.linked;
    if (isOfALink) for (const change of changesFor(tier, key, { linked, own: (own && before?.own) ?? "" })) changes.set(...change);
    else if (own !== linked) conflicts.push({ key, own, linked });
  }
  memory.setAll(changes);
  return conflicts;
}

/** Let things be as the link says. What the reader had said comes back when the link is undone. */
export function use(tier: string, conflicts: readonly Conflict[], memory: Memory): void {
  memory.setAll(conflicts.flatMap(({ key, ...fact }) => changesFor(tier, key, fact)));
}

/** Take back what links have said of a plan: all of it but what the reader has said since. */
export function undo(tier: string, memory: Memory): void {
  memory.follow(null);
  const changes = new Map(KINDS.flatMap((kind) => cleared(`${tier}/${kind}/`, memory)));
  changes.set(`${tier}/_customer`, "");
  for (const [key, { linked, own }] of factsOf(tier, memory)) if (memory.get(key) === linked) changes.set(key, own);
  memory.setAll(changes);
}

/** What there is of the reader of a guide; nothing where no link was opened for it. */
export function ownOf(tier: string, persona: string, memory: Memory): Own | undefined {
  const reader = memory.get(`${tier}/_reader/${persona}`);
  const customer = memory.get(`${tier}/_customer`);
  if (!reader || !customer) return undefined;
  return { reader, customer, targets: lines(`${tier}/_target/`, memory), notes: lines(`${tier}/_note/`, memory) };
}

/** Who is behind the contacts of a plan, by their ids. */
export function contactsOf(tier: string, memory: Memory): Map<string, LinkedContact> {
  const prefix = `${tier}/_contact/`;
  return new Map(
    memory.entries(prefix).map(([key, value]) => {
      const [name = "", url = ""] = value.split("\n");
      return [key.slice(prefix.length), { name, url: isLinked(url) ? url : undefined }];
    }),
  );
}

/** What links have said of a plan and its conditions, by the keys of what they said it of. */
function factsOf(tier: string, memory: Memory): Map<string, Fact> {
  const prefix = `${tier}/_linked/`;
  return new Map(
    memory.entries(prefix).map(([key, value]) => {
      const name = key.slice(prefix.length);
      const [linked = "", own = ""] = value.split("\n");
      const isDate = name === START || name.endsWith(DAY);
      return [isDate ? `${tier}/${name}` : `answers/${name}`, { linked, own }];
    }),
  );
}

function changesFor(tier: string, key: string, { linked, own }: Fact): [string, string][] {
  return [[key, linked], [linkedKey(tier, key), own ? `${linked}\n${own}` : linked]];
}

function linkedKey(tier: string, key: string): string {
  return `${tier}/_linked/${key.slice(key.indexOf("/") + 1)}`;
}

function lines(prefix: string, memory: Memory): string[] {
  const place = (key: string): number => Number(key.slice(prefix.length + 1));
  return memory
    .entries(prefix)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([, line]) => line);
}

function cleared(prefix: string, memory: Memory): [string, string][] {
  return memory.entries(prefix).map(([key]) => [key, ""]);
}
