// Which steps a checklist shows is chosen over it; what brings the choice comes behind the page.

import { today } from "../../scripts/dates/civil.ts";
import { FIRST_DAY } from "../../scripts/dates/course.ts";
import { datesOf, plan } from "../../scripts/dates/plan.ts";
import { element } from "../../scripts/element.ts";
import { follow, guide } from "../../scripts/guide/here.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";

/** What is here already: what is loaded later does not bring it along once more. */
const around = { dayOfPlan, element, follow, say };
export type Around = typeof around;

declare global {
  interface Window {
    /** Puts the choice of which steps it shows over a checklist. */
    fwFilter?: (sheet: Element, around: Around) => void;
  }
}

const sheet = document.querySelector(".fw-page--checklist .fw-sheet");
// Without a connection all of it is shown.
if (sheet && guide) load("assets/filter.js").then(() => window.fwFilter?.(sheet, around), () => {});

/** The day of the plan that it is today; none where no start date is known. */
function dayOfPlan(): number | undefined {
  const start = plan && datesOf(plan).course.start;
  return start === undefined ? undefined : today() - start + FIRST_DAY;
}
