/** What a browser knows of a guide, as `firstwin.pages.guide_data` writes it. */

/** What is ticked, or has to be written down: its key, whether the step is done without it, and under which conditions it is there. */
export type Box = readonly [key: string, optional?: 0 | 1, only?: readonly string[]];

/** How many are enough, and the keys of those it is said of. */
export type Enough = readonly [least: number, ...keys: string[]];

export interface Step {
  key: string;
  title: string;
  /** Its place on the page of its phase. */
  anchor: string;
  /** The day of the plan by which it is due; none where no day is known. */
  day?: number;
  /** The mark of the plan that its day moves with, where it is not the start. */
  from?: string;
  /** When, and how long it takes, in words. */
  note: string;
  boxes: readonly Box[];
  /** Boxes of which some are enough. */
  enough?: readonly Enough[];
  /** The ids of its fields. */
  fields?: readonly string[];
  /** The page of its tutorial or quiz, below the site's root. */
  entry?: string;
  optional?: true;
  /** Whether its reader may say that it does not apply to them. */
  away?: true;
  milestone?: true;
  /** Whether its reader leads it. */
  mine?: true;
  /** Whether it is an email that its reader only gets. */
  gets?: true;
  /** The keys of the steps and phases that have to be done before. */
  needs?: readonly string[];
  /** The conditions under which it is there, all of which must hold: `data`, `not data`, `hosting: own`, `data or hosting: own`. */
  only?: readonly string[];
}

export interface Phase {
  key: string;
  title: string;
  /** Its page, below the site's root; none where nothing in it is the reader's. */
  address?: string;
  needs?: readonly string[];
  /** Whether it comes when onboarding is over: it is counted by itself. */
  after?: boolean;
  /** The conditions under which its steps are there, beside their own. */
  only?: readonly string[];
  /** Steps of which some are enough. */
  enough?: readonly Enough[];
  steps: readonly Step[];
}

/** What a play waits for: nothing under a key, of a step or of what is in it, on a day of the plan. */
export type StillOpen = readonly [key: string, day: number, title: string];

/**
 * What to do when something is behind: its page below the site's root, its anchor, the keys of the steps that call for it when
 * they are late, what calls for it while it is open, and after how many days without a visit.
 */
export type Play = readonly [
  title: string,
  address: string,
  anchor: string,
  late: readonly string[],
  open?: readonly StillOpen[],
  away?: number,
];

export interface Guide {
  tier: string;
  persona: string;
  title: string;
  plan: string;
  address: string;
  version: string;
  /** The questions behind its conditions, and the answers to choose from; a plain yes or no has no text, and where both are plain there are none. */
  questions: Readonly<Record<string, readonly [question: string, options?: Readonly<Record<string, string>>]>>;
  phases: readonly Phase[];
  /** What to do when something is behind. */
  plays?: readonly Play[];
}

declare global {
  interface Window {
    /** The guide that the page belongs to, or the one that was loaded last. */
    fwGuide?: Guide | undefined;
  }
}
