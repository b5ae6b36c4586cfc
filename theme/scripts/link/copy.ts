/**
 * A copy of what a reader has done: the same document that is kept, as a file or in a link.
 *
 * In: what is kept of a plan, or what somebody sent. Out: a copy, or what it would change here. Whom a personal link
 * names and what it adds is in none, nor what a browser has shown: both are about one reader, and a copy may be opened by another.
 */

import { parse } from "../memory/document.ts";
import type { Document } from "../memory/document.ts";
import { FragmentError } from "./fragment.ts";

/** What of the reader's state is looked at. */
export interface Kept {
  get(key: string): string | undefined;
  at(key: string): number | undefined;
  document(scope: string): Document;
}

const STAYS = /\/_seen$|^[^/]+\/(?:_customer$|(?:_reader|_contact|_target|_note|_linked)\/)/;

/** What is kept in some scopes, as a link and a file hold it. */
export function copyOf(scopes: readonly string[], kept: Kept): { progress: Document } {
  const entries = scopes.flatMap((scope) => Object.entries(kept.document(scope).entries));
  return { progress: { version: 1, entries: Object.fromEntries(entries.filter(([key]) => !STAYS.test(key))) } };
}

/** The document of a copy; throws a `FragmentError` where there is nothing in it. */
export function readCopy(payload: Record<string, unknown>, now: number): Document {
  const document = parse(Object.hasOwn(payload, "progress") ? payload["progress"] : undefined, now);
  const entries = Object.entries(document.entries).filter(([key]) => !STAYS.test(key));
  if (entries.length === 0) throw new FragmentError("shape");
  return { version: 1, entries: Object.fromEntries(entries) };
}

/** How many entries would be others if a copy were merged. */
export function newsIn(copy: Document, kept: Kept): number {
  return Object.entries(copy.entries).filter(([key, [value, at]]) => {
    const [own, since = -1] = [kept.get(key) ?? "", kept.at(key)];
    return own !== value && (at > since || (at === since && value > own));
  }).length;
}
