/**
 * Finds, and shows what it found. Loaded when search is opened.
 *
 * The file of the site and that of the reader's plan come first and are enough to answer; those of the other plans follow,
 * all at once, when something is typed. Of a plan whose file does not come, nothing is found.
 */

import { button, element } from "../../scripts/element.ts";
import { Catalogue } from "../../scripts/search/catalogue.ts";
import type { Here, Result } from "../../scripts/search/catalogue.ts";
import type { Shelf, SiteShelf } from "../../scripts/search/shelf.ts";
import { address, load, placeOf } from "../../scripts/site.ts";
import { counted, say } from "../../scripts/words.ts";
import { notifyUnloaded } from "../notice/notice.ts";

declare global {
  interface Window {
    /** What the files of search call, each with its data. */
    fwSearch?: (shelf: Shelf) => void;
  }
}

const SHOWN = 20;

/** What has arrived, by plan; that of the site as a whole has none. */
const arrived = new Map<string | undefined, Shelf>();
window.fwSearch = (shelf) => arrived.set(shelf.plan, shelf);

const search = document.querySelector<HTMLElement>(".fw-search");
const field = search?.querySelector<HTMLInputElement>(".fw-search__input");
const output = search?.querySelector<HTMLElement>(".fw-search__output");
if (search && field && output) begin(search, field, output);

function begin(search: HTMLElement, field: HTMLInputElement, output: HTMLElement): void {
  mount(search, field, output).catch(() => {
    notifyUnloaded();
    field.addEventListener("input", () => begin(search, field, output), { once: true });
  });
}

async function mount(search: HTMLElement, field: HTMLInputElement, output: HTMLElement): Promise<void> {
  const site = (await fetched()) as SiteShelf;
  const here = whereabouts(site.plans);
  const catalogue = new Catalogue(site.language, here);
  const view = new View(output, address(site.help));
  const answer = (): void => {
    const query = field.value.trim();
    const results = catalogue.find(query);
    view.show(query, results, results.length || !query ? [] : catalogue.nearby(query));
  };
  let others: string[] | undefined = site.plans.filter((plan) => plan !== here.plan);
  let due = 0;
  const follow = (): void => {
    if (!field.value.trim()) return;
    for (const coming of others?.map(shelfOf) ?? []) {
      void coming.then((shelf) => {
        if (shelf) catalogue.add(shelf);
        due ||= requestAnimationFrame(() => {
          due = 0;
          answer();
        });
      });
    }
    others = undefined;
  };
  field.addEventListener("input", answer);
  field.addEventListener("input", follow);
  search.addEventListener("keydown", (event) => move(event, field, output));
  output.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    field.value = target.textContent ?? "";
    field.focus();
    answer();
  });

  catalogue.add(site);
  const shelf = here.plan ? await shelfOf(here.plan) : undefined;
  if (shelf) {
    catalogue.add(shelf);
    view.help = address(catalogue.own(shelf.help));
  }
  answer();
  follow();
}

/** What the file of a plan holds, or that of the site. */
async function fetched(plan?: string): Promise<Shelf> {
  const path = plan === undefined ? "search/site.js" : `search/plans/${plan}.js`;
  await load(path);
  const shelf = arrived.get(plan);
  if (!shelf) throw new Error(`${path} holds nothing`);
  return shelf;
}

/** What the file of a plan holds, where it comes. */
function shelfOf(plan: string): Promise<Shelf | undefined> {
  return fetched(plan).catch(() => undefined);
}

/** The plan and the guide whose page this is, as its address says. */
function whereabouts(plans: string[]): Here {
  const { tier, persona } = placeOf();
  return plans.includes(tier) ? { plan: tier, guide: persona } : { plan: "", guide: "" };
}

/** Arrows lead from the field through the results and back; so does Tab. */
function move(event: KeyboardEvent, field: HTMLInputElement, output: HTMLElement): void {
  const links = [...output.querySelectorAll<HTMLElement>("a, button")];
  const stops: HTMLElement[] = [field, ...links];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const to =
    event.key === "ArrowDown" ? at + 1
    : event.key === "ArrowUp" ? at - 1
    : event.key === "Home" && at > 0 ? 1
    : event.key === "End" && at > 0 ? stops.length - 1
    : event.key === "Enter" && at === 0 ? -1
    : undefined;
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  if (to === -1 && event.key === "Enter") links[0]?.click();
  else stops[to]?.focus();
}

/** The results of a query in the page. Words are set as text, so none becomes markup. */
class View {
  help: string;
  readonly #count = element("p", "fw-search__count");
  readonly #rest = document.createElement("div");

  constructor(output: HTMLElement, help: string) {
    this.help = help;
    this.#count.setAttribute("role", "status");
    output.replaceChildren(this.#count, this.#rest);
  }

  show(query: string, results: Result[], nearby: string[]): void {
    const count = query ? this.#counted(query, results.length) : "";
    if (this.#count.textContent !== count) this.#count.textContent = count; // it is read out when it changes
    const parts: HTMLElement[] = [];
    if (results.length) parts.push(list(results.slice(0, SHOWN)));
    if (results.length > SHOWN) {
      // Translators: Below the results of a search, where there are more than are shown.
      const more = say("search", "These are the first {number}. Another word narrows them down.", { number: SHOWN });
      parts.push(element("p", "fw-search__more", more));
    }
    if (query && !results.length) parts.push(...this.#nothing(nearby));
    this.#rest.replaceChildren(...parts);
  }

  #counted(query: string, number: number): string {
    // Translators: Where a search has found nothing; {query} is what was typed.
    if (number === 0) return say("search", "Nothing is called “{query}” here.", { query });
    // Translators: How many things a search has found; it is read out.
    return counted("search", "{number} result", "{number} results", number);
  }

  #nothing(nearby: string[]): HTMLElement[] {
    const ask = element("p", "fw-search__ask");
    // Translators: A link to the page that says whom to ask, where a search has found nothing.
    ask.append(link(this.help, element("span", "", say("search", "Ask a person"))));
    if (!nearby.length) return [ask];
    // Translators: Before words that look like the one that was typed: buttons to search for these instead.
    const near = element("p", "fw-search__nearby", say("search", "Did you mean:"));
    for (const word of nearby) near.append(" ", button(word, "fw-search__word"));
    return [near, ask];
  }
}

function list(results: Result[]): HTMLElement {
  const shown = element("ol", "fw-search__results");
  for (const result of results) {
    const row = document.createElement("li");
    const parts = [element("span", "fw-search__title", result.title)];
    if (result.context) parts.push(element("span", "fw-search__context", result.context));
    if (result.about) parts.push(element("span", "fw-search__about", result.about));
    row.append(link(address(result.address), ...parts));
    shown.append(row);
  }
  return shown;
}

function link(href: string, ...parts: HTMLElement[]): HTMLAnchorElement {
  const made = element("a", "fw-search__link");
  made.href = href;
  made.append(...parts);
  return made;
}
