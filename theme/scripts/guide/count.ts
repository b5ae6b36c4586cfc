/** How much is done, in words. */

import { counted } from "../words.ts";
import type { Count } from "./progress.ts";

/** How many steps are done. */
export function countOf({ done, all }: Count): string {
  // Translators: How many steps of a guide or of a phase are done; {number} is how many there are.
  return counted("progress", "{done} of {number} step done", "{done} of {number} steps done", all, { done });
}
