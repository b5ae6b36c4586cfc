/**
 * What a reader has done: one flat map, each entry with its time.
 *
 * In: anything at all, from storage, a file or a link. Out: documents that hold nothing but keys, texts and times; and how two
 * of them become one. The newer entry wins, whichever of them comes first, so it does not matter in which order tabs and
 * copies meet. An entry with an empty text is one that was taken back: it stays, so that older copies do not bring it back.
 */

export type Entry = readonly [value: string, at: number];

export interface Document {
  readonly version: 1;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** Keys that have changed, `[old, new]`, in the order in which they are moved. */
export type Renamed = readonly (readonly [string, string])[];

export const MOST = 5000;
export const LONGEST = 2000;

const DAY = 86_400_000;
const NAME = "(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|_[a-z]+|_[0-9]+)";
const KEY = new RegExp(`^${NAME}(?:/${NAME}){1,3}$`);
const LONGEST_KEY = 4 * 64 + 3;

export const EMPTY: Document = { version: 1, entries: {} };

/** Whether a text has the form of a key (`docs/keys.md`). */
export function isKey(text: string): boolean {
  return text.length <= LONGEST_KEY && KEY.test(text);
}

/**
 * The document in a value that may be anything. What is no entry is left out. A time that has not come is that of a clock which
 * was wrong: it counts as now, so that whoever changes the entry from now on is heard.
 */
export function parse(value: unknown, now: number): Document {
  if (!isRecord(value) || value["version"] !== 1 || !isRecord(value["entries"])) return EMPTY;
  const entries = Object.entries(value["entries"]).flatMap(([key, entry]): [string, Entry][] => {
    if (!isKey(key) || !Array.isArray(entry)) return [];
    const [text, at] = entry as [unknown, number]; // no integer is anything but a number
    if (typeof text !== "string" || text.length > LONGEST || !Number.isInteger(at) || at < 0) return [];
    return [[key, [text, at > now + DAY ? now : at]]];
  });
  return documentOf(entries);
}

/** The document in a text, as `JSON.stringify` writes it. */
export function read(text: string | null, now: number): Document {
  try {
    return parse(JSON.parse(text ?? "null"), now);
  } catch {
    return EMPTY;
  }
}

/** Two documents in one, entry by entry: the newer; of two as new as each other the greater. */
export function merge(one: Document, other: Document, most = MOST): Document {
  const entries = { ...one.entries };
  for (const [key, entry] of Object.entries(other.entries)) entries[key] = newer(entries[key], entry);
  return documentOf(Object.entries(entries), most);
}

/** A document with what lies under old keys under their new ones. */
export function renamed(document: Document, pairs: Renamed): Document {
  let entries: Record<string, Entry> = { ...document.entries };
  for (const [old, now] of pairs) {
    for (const key of Object.keys(entries)) {
      const entry = entries[key];
      if (!entry || (key !== old && !key.startsWith(`${old}/`))) continue;
      const moved = now + key.slice(old.length);
      delete entries[key];
      entries[moved] = newer(entries[moved], entry);
    }
  }
  return { version: 1, entries };
}

/** The keys whose values differ. */
export function changed(before: Document, after: Document): Set<string> {
  const keys = [...Object.keys(before.entries), ...Object.keys(after.entries)];
  return new Set(keys.filter((key) => (before.entries[key]?.[0] ?? "") !== (after.entries[key]?.[0] ?? "")));
}

function newer(one: Entry | undefined, other: Entry): Entry {
  if (!one || other[1] > one[1]) return other;
  return other[1] === one[1] && other[0] > one[0] ? other : one;
}

/** At most so many entries: the newest. */
function documentOf(entries: [string, Entry][], most = MOST): Document {
  if (entries.length > most) {
    entries.sort(([key, [, at]], [otherKey, [, otherAt]]) => otherAt - at || (key < otherKey ? -1 : 1));
    entries.length = most;
  }
  return { version: 1, entries: Object.fromEntries(entries) };
}

/** Whether a value from anywhere is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
