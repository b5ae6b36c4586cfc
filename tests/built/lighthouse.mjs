// Measures pages with Lighthouse, as a phone would meet them, several times in one Chromium.
//
// In: one argument, JSON: `chromium`, `flags`, and `pages`: how often each address is measured. Out, on standard output:
// JSON, the runs by address. The first has every category and the audits that take points; the others have performance.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import TraceGatherer from "lighthouse/core/gather/gatherers/trace.js";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

// Lighthouse simulates a phone from how long each task took here. On a machine that also does other work, that is
// mostly waiting: each task, and what lies in it, is shortened to the time that it had the processor. What the page
// itself asks of a processor stays in full.
function withoutWaiting(trace) {
  for (const events of Map.groupBy(trace.traceEvents, ({ pid, tid }) => `${pid}/${tid}`).values()) {
    events.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
    let task = { end: -Infinity };
    for (const event of events) {
      if (event.ts >= task.end) {
        if (event.name !== "RunTask" || !event.dur || event.tdur === undefined) continue;
        task = { start: event.ts, end: event.ts + event.dur, share: Math.min(1, event.tdur / event.dur) };
      }
      event.ts = task.start + (event.ts - task.start) * task.share;
      if (event.dur !== undefined) event.dur *= task.share;
    }
  }
  return trace;
}

class Trace extends TraceGatherer {
  getArtifact() {
    return withoutWaiting(super.getArtifact());
  }
}

const CONFIG = { extends: "lighthouse:default", artifacts: [{ id: "Trace", gatherer: Trace }] };

async function measure(page, port, categories) {
  const options = { port, onlyCategories: categories, disableFullPageScreenshot: true, logLevel: "error" };
  const { lhr } = await lighthouse(page, options, CONFIG);
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  return {
    scores: Object.fromEntries(categories.map((name) => [name, lhr.categories[name].score])),
    paint: lhr.audits["largest-contentful-paint"].numericValue / 1000,
    shift: lhr.audits["cumulative-layout-shift"].numericValue,
    faults: categories
      .filter((name) => name !== "performance")
      .flatMap((name) => lhr.categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id}: ${JSON.stringify(lhr.audits[id].details?.items ?? lhr.audits[id].title)}`),
  };
}

const { chromium, flags, pages } = JSON.parse(process.argv[2]);
const browser = await launch({ chromePath: chromium, chromeFlags: ["--headless", ...flags] });
try {
  await measure(Object.keys(pages)[0], browser.port, ["performance"]); // what a browser does once, it has done
  const runs = {};
  for (const [page, times] of Object.entries(pages)) {
    runs[page] = [await measure(page, browser.port, CATEGORIES)];
    while (runs[page].length < times) runs[page].push(await measure(page, browser.port, ["performance"]));
  }
  process.stdout.write(JSON.stringify(runs));
} finally {
  browser.kill();
}
