/**
 * The reader's state, as one page sees it: what is kept, and what was done since.
 *
 * Every change reads what is kept anew, so that tabs which change different things lose nothing of each other. Where nothing is
 * kept, it lasts as long as the page.
 */

import { EMPTY, LONGEST, changed, isKey, merge, renamed } from "./document.ts";
import type { Document, Entry, Renamed } from "./document.ts";
import type { Shelf } from "./storage.ts";

/** The scope of what belongs to no plan: entries of the library, plays, answers. */
export const SHARED = "shared";

/** Why something has changed: the reader did it here, or this page follows another tab, a copy, a link or an undo. */
export type Why = "act" | "followed";

export type Listener = (keys: ReadonlySet<string>, why: Why) => void;

export class State {
  readonly scopes: readonly string[];
  readonly #shelf: Shelf;
  readonly #renamed: Renamed;
  readonly #now: () => number;
  readonly #known = new Map<string, Document>();
  readonly #listeners = new Set<Listener>();
  #kept: boolean;

  constructor(shelf: Shelf, tiers: readonly string[], renamed: Renamed, now: () => number) {
    this.#shelf = shelf;
    this.scopes = [...tiers, SHARED];
    this.#renamed = renamed;
    this.#now = now;
    this.#kept = shelf.opens();
  }

  /** Whether what is done is still there when the page is opened again. A storage that is full tells when something is done. */
  get kept(): boolean {
    return this.#kept;
  }

  get(key: string): string | undefined {
    return this.document(this.#scopeOf(key)).entries[key]?.[0] || undefined;
  }

  /** When an entry was written, in milliseconds since 1970. */
  at(key: string): number | undefined {
    return this.document(this.#scopeOf(key)).entries[key]?.[1];
  }

  set(key: string, value: string): void {
    this.#change([[key, value]], "act");
  }

  /** Change many entries in one go, as a link or an undo does: the reader has done none of them here, so they are `followed`. */
  setAll(entries: Iterable<readonly [key: string, value: string]>): void {
    this.#change([...entries], "followed");
  }

  forget(key: string): void {
    this.set(key, "");
  }

  /** What is known below a prefix, in no order that means anything. */
  entries(prefix = ""): [string, string][] {
    return this.scopes
      .flatMap((scope) => Object.entries(this.document(scope).entries))
      .flatMap(([key, [value]]): [string, string][] => (value && key.startsWith(prefix) ? [[key, value]] : []));
  }

  /** Call `listener` with the keys that have changed, and why; until what is returned is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another document, which may be older, with its keys as they are called by now. */
  current(document: Document): Document {
    return renamed(document, this.#renamed);
  }

  /** Take in another document, entry by entry. */
  merge(document: Document): void {
    const entries = Object.entries(this.current(document).entries);
    for (const scope of this.scopes) {
      const own = entries.filter(([key]) => isKey(key) && this.#scopeOf(key) === scope);
      if (own.length === 0) continue;
      this.#refreshed(scope);
      this.#take(scope, own, "followed");
    }
  }

  /** All of a scope, with what was taken back. */
  document(scope: string): Document {
    return this.#known.get(scope) ?? this.#refreshed(scope);
  }

  /** Somebody has changed the item of this name: follow. Without a name all of them. */
  follow(item: string | null): void {
    const scope = this.#shelf.scopeOf(item);
    for (const each of this.scopes) if (item === null || each === scope) this.#refreshed(each);
  }

  #scopeOf(key: string): string {
    const first = key.slice(0, key.indexOf("/"));
    return this.scopes.includes(first) && first !== SHARED ? first : SHARED;
  }

  /** What is known of a scope with what lies on the shelf by now, which another tab may have changed. */
  #refreshed(scope: string): Document {
    const before = this.#known.get(scope);
    const shelves = [...this.#earlier(scope), scope].map((each) => renamed(this.#shelf.read(each), this.#renamed));
    const after = [before ?? EMPTY, ...shelves].reduce((known, document) => merge(known, document));
    this.#known.set(scope, after);
    if (before) this.#tell(changed(before, after), "followed");
    return after;
  }

  /** What a plan was called before: what was kept of it then lies on a shelf of that name. */
  #earlier(scope: string): string[] {
    return this.#renamed.flatMap(([old, now]) => (now === scope ? [old] : []));
  }

  #change(entries: readonly (readonly [key: string, value: string])[], why: Why): void {
    for (const scope of this.scopes) {
      const own = [...new Map(entries)].flatMap(([key, value]): [string, string][] => {
        const text = value.slice(0, LONGEST);
        return isKey(key) && this.#scopeOf(key) === scope && (this.get(key) ?? "") !== text ? [[key, text]] : [];
      });
      if (own.length === 0) continue;
      const before = this.#refreshed(scope).entries;
      const after = (key: string): number => Math.max(this.#now(), (before[key]?.[1] ?? -1) + 1);
      this.#take(scope, own.map(([key, text]) => [key, [text, after(key)]]), why);
    }
  }

  #take(scope: string, entries: readonly (readonly [string, Entry])[], why: Why): void {
    const before = this.document(scope);
    const after = merge(before, { version: 1, entries: Object.fromEntries(entries) });
    this.#known.set(scope, after);
    this.#kept = this.#shelf.write(scope, after);
    this.#tell(changed(before, after), why);
  }

  #tell(keys: ReadonlySet<string>, why: Why): void {
    if (keys.size > 0) for (const listener of [...this.#listeners]) listener(keys, why);
  }
}
