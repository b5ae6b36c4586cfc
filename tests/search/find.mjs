// Ask the search of a site, in Node: the catalogue is the one that browsers load, and so are its files.
//
// In: an order on standard input, {folder, asked: [[plan, guide, query], ...]}. Out: for each query the results, the best
// first, and the words that are offered where there is none; and how long the processor took to read the files.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cpuUsage, stdin } from "node:process";
import { text } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { Catalogue } from "../../theme/scripts/search/catalogue.ts";

const { folder, asked } = JSON.parse(await text(stdin));
const site = shelf("site.js");
const catalogues = new Map();
const answers = asked.map(([plan, guide, query]) => {
  const { catalogue, first } = catalogueFor(plan, guide);
  return { results: catalogue.find(query), nearby: catalogue.nearby(query), first };
});
console.log(JSON.stringify(answers));

/** A file of search, as a browser runs it. */
function shelf(name) {
  let data;
  runInNewContext(readFileSync(join(folder, "search", name), "utf8"), { fwSearch: (given) => (data = given) });
  return JSON.parse(JSON.stringify(data));
}

/**
 * The catalogue of a reader, and the milliseconds of the processor until it can answer: those of the site's file and their
 * plan's. What else a machine does is none of them.
 */
function catalogueFor(plan, guide) {
  const name = `${plan}/${guide}`;
  if (!catalogues.has(name)) {
    const start = cpuUsage();
    const catalogue = new Catalogue(site.language, { plan, guide });
    catalogue.add(site);
    const plans = site.plans.toSorted((one, other) => (other === plan) - (one === plan));
    if (plan) catalogue.add(shelf(`plans/${plans.shift()}.js`));
    catalogue.find("to be found");
    const { user, system } = cpuUsage(start);
    const first = (user + system) / 1000;
    for (const other of plans) catalogue.add(shelf(`plans/${other}.js`));
    catalogues.set(name, { catalogue, first });
  }
  return catalogues.get(name);
}
