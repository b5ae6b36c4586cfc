/**
 * What scripts say: in the site's language, from the catalogues that everything else is said from.
 *
 * English stands where it is said, with a context and a comment that begins with `Translators:`, and with `{names}` for what
 * differs. Where the site says something else, the build has written `assets/words.js`, which ran before any script of ours.
 * `make words` finds what is said by these two names; so they are called with plain texts, one call not within another.
 */

declare global {
  interface Window {
    /** What is said instead: by context and by English; where a number decides, by the CLDR's names of its forms. */
    fwWords?: Record<string, Record<string, string | Record<string, string>>>;
  }
}

export type Values = Readonly<Record<string, string | number>>;

const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const FROM_THE_LEFT = /(?![\p{Script=Hebrew}\p{Script=Arabic}])\p{L}/u;

/** A sentence, with its values filled in. */
export function say(context: string, message: string, values: Values = {}): string {
  const said = globalThis.window?.fwWords?.[context]?.[message];
  return fill(typeof said === "string" ? said : message, values);
}

/** A sentence that depends on a number, which is filled in for `{number}`. */
export function counted(context: string, one: string, many: string, number: number, values: Values = {}): string {
  const forms = globalThis.window?.fwWords?.[context]?.[one];
  const form = typeof forms === "object" ? (forms[new Intl.PluralRules(language()).select(number)] ?? forms["other"]) : undefined;
  return fill(form ?? (number === 1 ? one : many), { number, ...values });
}

/** The language that the page is in. */
export function language(): string {
  return globalThis.document?.documentElement.lang || "en";
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{([a-z_]+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    return typeof value === "number" ? new Intl.NumberFormat(language()).format(value) : isolated(value);
  });
}

/** A text that keeps to itself where it is written in the other direction than the site. */
function isolated(text: string): string {
  const other = globalThis.document?.body?.dir === "rtl" ? FROM_THE_LEFT : FROM_THE_RIGHT;
  return other.test(text) ? `\u2068${text}\u2069` : text;
}
