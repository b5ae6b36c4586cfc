/**
 * What every page has, for scripts that are loaded later. These import it from where it is, as any module does;
 * `tools/scripts.mjs` has them take it from the page. What a module that is named here does not share, they cannot have.
 */

export { dayOf, textOf, weekdayOf } from "./dates/civil.ts";
export { datesOf, dayOfPlan, plan } from "./dates/plan.ts";
export { full } from "./dates/format.ts";
export { button, element } from "./element.ts";
export { announce } from "./events.ts";
export { saveFile } from "./file.ts";
export { countOf } from "./guide/count.ts";
export { follow, guide } from "./guide/here.ts";
export { applies, progressOf } from "./guide/progress.ts";
export { isRecord, parse } from "./memory/document.ts";
export { memory } from "./memory/memory.ts";
export { SHARED } from "./memory/state.ts";
export { address, load, placeOf, root } from "./site.ts";
export { counted, language, say } from "./words.ts";
export { notify, notifyUnloaded } from "../components/notice/notice.ts";
export { wordOf, wordsOf } from "../components/status/status.ts";
