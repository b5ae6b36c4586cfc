/**
 * A row of the value log as it is kept: a list of three texts, the date, what was won, and a number for it.
 *
 * In: what is kept, which may be anything. Out: rows that hold three texts, the earliest first; those without a date last.
 */

export type Win = readonly [date: string, what: string, number: string];

/** What a row is kept as; empty where nothing is written in it. */
export function textOf(win: Win): string {
  return win.some(Boolean) ? JSON.stringify(win) : "";
}

export function winOf(text: string): Win | undefined {
  try {
    const [date, what, number]: unknown[] = JSON.parse(text);
    const win = [date, what, number];
    if (win.every((each) => typeof each === "string")) return win as unknown as Win;
  } catch {
    // Not one of ours.
  }
  return undefined;
}

/** The rows among what is kept, with their keys. */
export function winsIn(kept: readonly (readonly [key: string, text: string])[]): (readonly [key: string, win: Win])[] {
  return kept
    .flatMap(([key, text]) => {
      const win = winOf(text);
      return win ? [[key, win] as const] : [];
    })
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf([key, [date]]: readonly [key: string, win: Win]): string {
  return `${date || "~"} ${key}`;
}

/** A name for a new row that no other row has, whichever browser it is written in. */
export function newName(now: number, random: number): string {
  return `w${now.toString(36)}${Math.floor(random * 36 ** 4).toString(36)}`;
}
