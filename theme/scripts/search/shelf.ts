/** The files that search loads, as `firstwin.pages.search` writes them. */

/** An address below the site's root, where that lies in words, and whose guide it is. */
export type PageLine = [address: string, context?: string, guide?: string];

export type FindLine = [
  kind: string,
  title: string,
  pages: number[],
  anchor?: string,
  about?: string,
  text?: string,
  also?: string[],
  key?: string,
];

/** What one file holds: of a plan, or of the site as a whole. */
export interface Shelf {
  plan?: string;
  help: string;
  /** By guide: the pages of the site that it has too, by its own. */
  guides?: Record<string, Record<string, string>>;
  /** What no guide has of those pages. */
  elsewhere?: string[];
  pages: PageLine[];
  finds: FindLine[];
}

/** The file of the site as a whole names the others. */
export interface SiteShelf extends Shelf {
  language: string;
  plans: string[];
}
