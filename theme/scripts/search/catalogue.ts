/**
 * What can be found, and what fits a query best.
 *
 * In: shelves, as they arrive, and where the reader is. Out: results, the best first. What is the reader's own comes
 * before what is like it in their plan, and that before the rest; a thing that several plans have is there once.
 */

import MiniSearch from "minisearch";
import type { Query } from "minisearch";
import type { FindLine, Shelf } from "./shelf.ts";
import { Cutter, fold } from "./terms.ts";

/** Where a reader is: in a guide of a plan, in a plan, or in neither (both empty). */
export interface Here {
  plan: string;
  guide: string;
}

export interface Result {
  kind: string;
  title: string;
  context: string;
  about: string;
  /** Below the root of the site. */
  address: string;
}

interface Entry extends Result {
  id: number;
  also: string;
  text: string;
  key: string;
  /** Whether a guide of the reader's plan may have it on a page of its own. */
  shared: boolean;
  /** How near it is to the reader. */
  near: number;
  /** What it is called, as it is compared. */
  names: string[];
}

const OWN = 2;
const OF_THE_PLAN = 1.4;
const OF_ANOTHER_PLAN = 0.5; // where one would leave one's guide
const KINDS: Readonly<Record<string, number>> = { page: 0.8, term: 0.5, metric: 0.6 };
const NAMED = 2; // what is called like the query, over what has its words
const FIELDS = ["title", "also", "about", "context", "text"] as const;
const BOOST = { title: 6, also: 6, about: 1.5, context: 1, text: 1 };
const FUZZY_FROM = 4;
const STEM_FROM = 6;
const LIKE_IT = { prefix: true, fuzzy: false, weights: { fuzzy: 0, prefix: 0.2 } };
const NEARBY = 3;
const LATIN = /[a-z0-9]/;

export class Catalogue {
  readonly #cutter: Cutter;
  readonly #here: Here;
  readonly #entries: Entry[] = [];
  readonly #spellings = new Map<string, string>();
  readonly #index: MiniSearch<Entry>;
  /** The pages of the site that the reader's guide has too, by its own. */
  #instead: Record<string, string> = {};
  #elsewhere = new Set<string>();

  constructor(language: string, here: Here) {
    this.#cutter = new Cutter(language);
    this.#here = here;
    this.#index = new MiniSearch<Entry>({
      fields: [...FIELDS],
      tokenize: (text) => this.#cutter.ofText(text),
      processTerm: (term) => term,
    });
  }

  /** Add what a file holds. */
  add(shelf: Shelf): void {
    if (shelf.plan === this.#here.plan) {
      this.#instead = shelf.guides?.[this.#here.guide] ?? {};
      this.#elsewhere = new Set(shelf.elsewhere);
    }
    const entries = shelf.finds.map((line, at) => this.#entry(line, shelf, this.#entries.length + at));
    this.#entries.push(...entries);
    this.#index.addAll(entries);
  }

  /** An address as the reader's guide has it. */
  own(address: string): string {
    const [page = "", anchor = ""] = address.split("#");
    const instead = this.#instead[page];
    if (instead === undefined || this.#elsewhere.has(address)) return address;
    return anchor && !anchor.startsWith("page_") ? `${instead}#${anchor}` : instead;
  }

  /** What fits a query, the best first. */
  find(query: string): Result[] {
    const terms = this.#cutter.ofQuery(query);
    if (terms.length === 0) return [];
    const all = this.#ranked(query, terms, "AND");
    return all.length > 0 || terms.length === 1 ? all : this.#ranked(query, terms, "OR");
  }

  /** Words of titles that look like those of a query that found nothing. */
  nearby(query: string): string[] {
    const found = this.#index.search(query, {
      fields: ["title", "also"],
      tokenize: (text) => this.#cutter.ofQuery(text),
      fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.4 : false),
      prefix: false,
    });
    const terms = found.flatMap((each) => each.terms).filter((term) => this.#spellings.has(term));
    return [...new Set(terms)].slice(0, NEARBY).map((term) => this.#spellings.get(term) ?? term);
  }

  #ranked(query: string, terms: string[], combineWith: "AND" | "OR"): Result[] {
    const name = fold(query.trim());
    const found = this.#index.search(this.#meant(terms, combineWith), {
      tokenize: (term) => [term],
      boost: BOOST,
      prefix: (term) => term.length > 1 || !LATIN.test(term),
      fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false),
      weights: { fuzzy: 0.25, prefix: 0.6 },
      boostDocument: (id: number) => {
        const entry = this.#entries[id];
        if (!entry) return 1;
        const called = entry.names.includes(name) ? NAMED : 1;
        return entry.near * called * (KINDS[entry.kind] ?? 1);
      },
    });
    const results: Entry[] = [];
    const seen = new Set<string>();
    for (const { id } of found) {
      const entry = this.#entries[id as number];
      if (!entry || (entry.key && seen.has(entry.key))) continue;
      if (entry.key) seen.add(entry.key);
      results.push({ ...entry, address: entry.shared ? this.own(entry.address) : entry.address });
    }
    return results;
  }

  /** What a query means: each of its terms, or a word that begins like it; or all of them written as one word. */
  #meant(terms: string[], combineWith: "AND" | "OR"): Query {
    const each = terms.map(
      (term): Query =>
        term.length < STEM_FROM
          ? term
          : { combineWith: "OR", queries: [term, { queries: [term.slice(0, -2)], ...LIKE_IT }] },
    );
    const all: Query = { combineWith, queries: each };
    return terms.length === 2 ? { combineWith: "OR", queries: [all, terms.join("")] } : all;
  }

  #entry(line: FindLine, shelf: Shelf, id: number): Entry {
    const [kind, title, pages, anchor = "", about = "", text = "", also = [], key = ""] = line;
    const inPlan = shelf.plan !== undefined && shelf.plan === this.#here.plan;
    const spots = pages.map((page) => shelf.pages[page] ?? [""]);
    const own = inPlan ? spots.find(([, , guide]) => guide && guide === this.#here.guide) : undefined;
    const [address, context = ""] = own ?? spots[0] ?? [""];
    for (const name of [title, ...also]) this.#spell(name);
    return {
      id,
      kind,
      title,
      context,
      about,
      address: anchor ? `${address}#${anchor}` : address,
      also: also.join(" "),
      text,
      key: key && `${kind} ${key}`,
      shared: inPlan || shelf.plan === undefined,
      near: own ? OWN : inPlan ? OF_THE_PLAN : this.#here.plan && shelf.plan !== undefined ? OF_ANOTHER_PLAN : 1,
      names: [title, ...also].map(fold),
    };
  }

  #spell(name: string): void {
    for (const word of name.split(/\s+/u)) {
      for (const term of this.#cutter.ofQuery(word)) if (!this.#spellings.has(term)) this.#spellings.set(term, word);
    }
  }
}
