/**
 * The reader's state, for every script of a page: one, kept in this browser, the same in all tabs. Nothing of it is sent.
 */

import { root } from "../site.ts";
import type { Renamed } from "./document.ts";
import { State } from "./state.ts";
import { Shelf } from "./storage.ts";

/** What a `<meta>` of the page says, cut at its commas. */
function listed(name: string): string[] {
  const said = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
  return said.split(",").map((part) => part.trim()).filter(Boolean);
}

/** Keys that have changed since a site was published. */
export const renamed: Renamed = listed("fw-renamed").map((pair) => {
  const [old = "", now = ""] = pair.split(" ");
  return [old, now];
});

export const memory = new State(
  new Shelf(() => localStorage, new URL(root).pathname, Date.now),
  listed("fw-tiers"),
  renamed,
  Date.now,
);

addEventListener("storage", ({ key }) => memory.follow(key));
// A page that comes back as it was left has heard nothing in between.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) memory.follow(null);
});
