/**
 * What has changed in a guide since its reader was there last.
 *
 * In: the guide, and what was noted on the last visit. Out: which steps are new, and how many are gone. What is noted is the
 * version, the day, and a short name of each step: so much fits, however long a guide is.
 */

import { type Day, dayOf, textOf } from "../dates/civil.ts";
import type { Renamed } from "../memory/document.ts";
import type { Guide } from "./guide.ts";

export interface Changes {
  /** The keys of the steps that were not there. */
  readonly added: ReadonlySet<string>;
  readonly removed: number;
  /** The day of the last visit. */
  readonly since: Day;
}

const keysOf = (guide: Guide): string[] => guide.phases.flatMap(({ steps }) => steps.map(({ key }) => key));

/** What is noted of a visit. */
export function noteOf(guide: Guide, day: Day): string {
  return [guide.version, textOf(day), ...keysOf(guide).map(shortName)].join(" ");
}

/** What has changed; nothing where the guide is the same, or was never seen. */
export function changesIn(guide: Guide, note: string | undefined, renamed: Renamed): Changes | undefined {
  const [version = "", day = "", ...names] = (note ?? "").split(" ");
  const since = dayOf(day);
  if (since === undefined || version === guide.version) return undefined;
  const gone = new Set(names);
  const before = (key: string) => [key, ...renamed.flatMap(([old, now]) => (now === key ? [old] : []))];
  const added = keysOf(guide).filter((key) => !before(key).map((each) => gone.delete(shortName(each))).includes(true));
  return added.length + gone.size > 0 ? { added: new Set(added), removed: gone.size, since } : undefined;
}

/** Four letters for a key: FNV-1a, enough to tell the steps of one guide apart. */
function shortName(key: string): string {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36).slice(-4);
}
