/**
 * Where documents lie: items of a browser's storage, one for each plan of a site and one for what plans share.
 *
 * A storage may be missing, denied, full, or hold anything: what cannot be read is empty, and whoever writes is told whether it
 * was kept. Items of others on the same host are left alone.
 */

import { EMPTY, read } from "./document.ts";
import type { Document } from "./document.ts";

/** As much of a browser's storage as is used. */
export type Store = Pick<Storage, "getItem" | "setItem">;

export class Shelf {
  readonly #store: () => Store;
  readonly #site: string;
  readonly #now: () => number;

  /** `store` finds the storage, which may throw; `site` is the path of the site's root, which tells it from others. */
  constructor(store: () => Store, site: string, now: () => number) {
    this.#store = store;
    this.#site = site;
    this.#now = now;
  }

  /** The scope whose item has this name; nothing where it is somebody else's. */
  scopeOf(item: string | null): string | undefined {
    const own = `firstwin:${this.#site}:`;
    return item?.startsWith(own) ? item.slice(own.length) : undefined;
  }

  /** Whether there is a storage at all. */
  opens(): boolean {
    try {
      this.#store().getItem(this.#item(""));
      return true;
    } catch {
      return false;
    }
  }

  read(scope: string): Document {
    try {
      return read(this.#store().getItem(this.#item(scope)), this.#now());
    } catch {
      return EMPTY;
    }
  }

  /** Whether it was kept. */
  write(scope: string, document: Document): boolean {
    try {
      const text = JSON.stringify(document);
      this.#store().setItem(this.#item(scope), text);
      return this.#store().getItem(this.#item(scope)) === text;
    } catch {
      return false;
    }
  }

  #item(scope: string): string {
    return `firstwin:${this.#site}:${scope}`;
  }
}
