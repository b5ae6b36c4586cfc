/**
 * The reader's state, as one page sees it: what is kept, and what was done since.
 *
 * Every change reads what is kept anew, so that tabs which change different things lose nothing of each other. Where nothing is
 * kept, it lasts as long as the page.
 */

import { EMPTY, LONGEST, changed, isKey, merge, renamed } from "./document.ts";
import type { Document, Renamed } from "./document.ts";
import type { Shelf } from "./storage.ts";

/** The scope of what belongs to no plan: entries of the library, plays, answers. */
export const SHARED = "shared";

export type Listener = (keys: ReadonlySet<string>) => void;

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
    if (!isKey(key) || (this.get(key) ?? "") === value.slice(0, LONGEST)) return;
    const scope = this.#scopeOf(key);
    const before = this.#refreshed(scope).entries[key]?.[1] ?? -1;
    const entry = [value.slice(0, LONGEST), Math.max(this.#now(), before + 1)] as const;
    this.#take(scope, { version: 1, entries: { [key]: entry } });
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

  /** Call `listener` with the keys that have changed, here or in another tab; until what is returned is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Take in another document, entry by entry. */
  merge(document: Document): void {
    const entries = Object.entries(renamed(document, this.#renamed).entries);
    for (const scope of this.scopes) {
      const own = entries.filter(([key]) => isKey(key) && this.#scopeOf(key) === scope);
      if (own.length === 0) continue;
      this.#refreshed(scope);
      this.#take(scope, { version: 1, entries: Object.fromEntries(own) });
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
    const after = merge(before ?? EMPTY, renamed(this.#shelf.read(scope), this.#renamed));
    this.#known.set(scope, after);
    if (before) this.#tell(changed(before, after));
    return after;
  }

  #take(scope: string, document: Document): void {
    const before = this.document(scope);
    const after = merge(before, document);
    this.#known.set(scope, after);
    this.#kept = this.#shelf.write(scope, after);
    this.#tell(changed(before, after));
  }

  #tell(keys: ReadonlySet<string>): void {
    if (keys.size > 0) for (const listener of [...this.#listeners]) listener(keys);
  }
}
