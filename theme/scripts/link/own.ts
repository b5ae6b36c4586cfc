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
  set(key: string, value: string): void;
  forget(key: string): void;
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

/** Keep what a link says. Returns what the reader has said otherwise. */
export function take(said: Personal, memory: Memory): Conflict[] {
  const { tier } = said;
  for (const kind of KINDS.slice(1, 4)) clear(`${tier}/${kind}/`, memory);
  memory.set(`${tier}/_customer`, said.customer);
  memory.set(`${tier}/_reader/${said.persona}`, said.to);
  for (const [id, { name, url = "" }] of said.contacts) memory.set(`${tier}/_contact/${id}`, `${name}\n${url}`);
  for (const [at, line] of said.targets.entries()) memory.set(`${tier}/_target/n${at}`, line);
  for (const [at, line] of said.notes.entries()) memory.set(`${tier}/_note/n${at}`, line);
  const facts = [...said.answers].map(([id, answer]): [string, string] => [`answers/${id}`, answer]);
  if (said.start) facts.unshift([`${tier}/${START}`, said.start]);
  return facts.flatMap(([key, linked]): Conflict[] => {
    const own = memory.get(key);
    if (own === linked) return [];
    if (own !== undefined && own !== memory.get(linkedKey(tier, key))) return [{ key, own, linked }];
    use(tier, { key, linked }, memory);
    return [];
  });
}

/** Let something be as the link says. */
export function use(tier: string, { key, linked }: Pick<Conflict, "key" | "linked">, memory: Memory): void {
  memory.set(key, linked);
  memory.set(linkedKey(tier, key), linked);
}

/** Take back what links have said of a plan: all of it but what the reader has said since. */
export function undo(tier: string, memory: Memory): void {
  for (const [key, linked] of memory.entries(`${tier}/_linked/`)) {
    const name = key.slice(key.lastIndexOf("/") + 1);
    const fact = name === START ? `${tier}/${START}` : `answers/${name}`;
    if (memory.get(fact) === linked) memory.forget(fact);
  }
  memory.forget(`${tier}/_customer`);
  for (const kind of KINDS) clear(`${tier}/${kind}/`, memory);
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

function clear(prefix: string, memory: Memory): void {
  for (const [key] of memory.entries(prefix)) memory.forget(key);
}
