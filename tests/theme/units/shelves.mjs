// Storages as browsers have them, for the tests of what lies in them.

import { State } from "../../../theme/scripts/memory/state.ts";
import { Shelf } from "../../../theme/scripts/memory/storage.ts";

export const SITE = "/guides/";
export const TIERS = ["enterprise", "smb"];

/** A storage that several tabs share; `room` is how many characters one item may have. */
export class Store {
  items = new Map();
  tabs = [];
  room = Infinity;

  getItem(name) {
    return this.items.get(name) ?? null;
  }

  setItem(name, text) {
    if (text.length > this.room) throw new Error("QuotaExceededError");
    this.items.set(name, text);
    this.waiting = [...(this.waiting ?? []), name];
  }

  /** Tell the tabs what has changed since, as a browser does when it finds the time. */
  tell() {
    const names = this.waiting ?? [];
    this.waiting = [];
    for (const name of names) for (const tab of this.tabs) tab.follow(name);
  }
}

/** A page of the site that is opened. `open` finds the storage. */
export function tab(store, { site = SITE, renamed = [], now = () => 1000, open = () => store, tiers = TIERS } = {}) {
  const state = new State(new Shelf(open, site, now), tiers, renamed, now);
  store?.tabs.push(state);
  return state;
}

/** Random numbers that are the same each time: mulberry32. */
export function chance(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
