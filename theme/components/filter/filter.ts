// Which steps a checklist shows is chosen over it; what acts on the choice comes behind the page.

import { today } from "../../scripts/dates/civil.ts";
import { FIRST_DAY } from "../../scripts/dates/course.ts";
import { datesOf, plan } from "../../scripts/dates/plan.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { load } from "../../scripts/site.ts";

/** What is here already: what is loaded later does not bring it along once more. */
const around = { dayOfPlan, follow };
export type Around = typeof around;

declare global {
  interface Window {
    /** Shows of a checklist what is chosen over it. */
    fwFilter?: (sheet: Element, filter: Element, around: Around) => void;
  }
}

const sheet = document.querySelector(".fw-page--checklist .fw-sheet");
const filter = document.querySelector(".fw-filter");
// Without a connection all of it is shown.
const gone = (): void => filter?.remove();
if (sheet && filter && guide) load("assets/filter.js").then(() => window.fwFilter?.(sheet, filter, around), gone);
else gone();

/** The day of the plan that it is today; none where no start date is known. */
function dayOfPlan(): number | undefined {
  const start = plan && datesOf(plan).course.start;
  return start === undefined ? undefined : today() - start + FIRST_DAY;
}
