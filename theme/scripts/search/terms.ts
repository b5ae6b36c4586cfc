/**
 * A text cut into terms that can be compared: without case, accents and what stands between words.
 *
 * Signs within a word belong to it where its parts are no words (`R&D`, `24/7`); a word with a hyphen is found whole and
 * by its parts. Where a script writes no spaces, the browser's dictionary cuts.
 */

const RUN = /[\p{L}\p{N}\p{M}]+(?:[&+/.@'’_-][\p{L}\p{N}\p{M}]+|\+\+?|#)*/gu;
const INNER = /[^\p{L}\p{N}\p{M}]+/u;
const AMPERSAND = /(?<![\p{L}\p{N}])(\p{L}) *& *(\p{L})(?![\p{L}\p{N}])/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/gu;
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
const SPECIAL = /[ßæœøłđı]/gu;

/** A term as it is compared. */
export function fold(term: string): string {
  return term
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** Cuts the texts and the queries of one language. */
export class Cutter {
  readonly #segmenter: Intl.Segmenter | undefined;

  constructor(language: string) {
    // A browser without it finds nothing in the middle of such a text.
    this.#segmenter = "Segmenter" in Intl ? new Intl.Segmenter(language, { granularity: "word" }) : undefined;
  }

  /** Every term by which a text may be found. */
  ofText(text: string): string[] {
    return this.#runs(text).flatMap((run) => {
      const parts = run.split(INNER).filter(Boolean);
      return parts.length > 1 ? [run, parts.join(""), ...parts.filter((part) => part.length > 1)] : [run];
    });
  }

  /** The terms of a query, each of which is meant. */
  ofQuery(query: string): string[] {
    return this.#runs(query).flatMap((run) => {
      const parts = run.split(INNER).filter(Boolean);
      return parts.length > 1 && parts.every((part) => part.length > 1) ? parts : [run];
    });
  }

  #runs(text: string): string[] {
    const runs = fold(text.replace(AMPERSAND, "$1&$2")).match(RUN) ?? [];
    return runs.flatMap((run) => (WITHOUT_SPACES.test(run) ? this.#words(run) : [run]));
  }

  #words(run: string): string[] {
    if (!this.#segmenter) return [run];
    return [...this.#segmenter.segment(run)].filter((piece) => piece.isWordLike).map((piece) => piece.segment);
  }
}
