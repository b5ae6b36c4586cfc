import { element } from "../../scripts/element.ts";
import { follow as followProgress } from "../../scripts/guide/here.ts";
import { say } from "../../scripts/words.ts";
import { mark as markState, shapeOf, wordOf } from "../status/status.ts";

// Where one is on a page: the list beside it marks the step, action or section that is being read, and the line that opens the
// list on a narrow window says its title.
//
// That is the last one that began above the upper part of the window. Towards the end of a page nothing moves up that
// far any more, so the line it has to pass moves down as the page does.

const UPPER_PART = 160;

/** How far down the window a part of the page has to have begun by now. */
function reach(): number {
  const { scrollHeight } = document.documentElement;
  const way = scrollHeight - innerHeight;
  return Math.max(UPPER_PART, way > 0 ? (scrollY / way) * innerHeight : 0);
}

/** The one that an address led to, as long as it stands in the window; else the last one that has begun. */
function current(parts: readonly HTMLElement[]): number {
  const target = document.querySelector(":target");
  const led = parts.findIndex((part) => part.contains(target) && inSight(part));
  if (led >= 0) return led;
  const line = reach();
  const begun = parts.filter((part) => part.getBoundingClientRect().top <= line);
  return Math.max(0, begun.length - 1);
}

function inSight(part: HTMLElement): boolean {
  const { top } = part.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

/** The parts of the page that the list names: steps, actions, or what stands under a heading. */
function named(links: readonly HTMLAnchorElement[]): readonly HTMLElement[] {
  const places = new Map<string, HTMLElement>();
  for (const place of document.querySelectorAll<HTMLElement>("article [id]")) places.set(`#${place.id}`, place);
  return links.flatMap((link) => {
    const place = places.get(link.hash);
    return place ? [place.closest<HTMLElement>("details, section") ?? place] : [];
  });
}

function follow(rail: HTMLElement): void {
  const links = [...rail.querySelectorAll<HTMLAnchorElement>("ol a")];
  const parts = named(links);
  const here = rail.querySelector<HTMLElement>(".fw-rail__here");
  const list = rail.querySelector<HTMLElement>("[popover]");
  if (links.length !== parts.length || !here || !list) return;

  const titles = links.map((link) => link.lastElementChild?.textContent?.trim() ?? "");
  let marked: HTMLAnchorElement | undefined;
  const mark = () => {
    const link = links[current(parts)];
    if (!link || link === marked) return;
    if (marked?.ariaCurrent === "location") marked.ariaCurrent = null;
    link.ariaCurrent ??= "location";
    marked = link;
    here.textContent = titles[links.indexOf(link)] ?? "";
  };

  // Browsers tell of these once a frame.
  for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, mark, { passive: true });
  document.addEventListener("toggle", mark, true);
  for (const link of links) link.addEventListener("click", () => list.hidePopover());
  mark();
}

for (const rail of document.querySelectorAll<HTMLElement>(".fw-rail")) follow(rail);

const numbers = new Map([...document.querySelectorAll(".fw-rail__mark")].map((place) => [place, place.textContent ?? ""]));

// How far each step is, in the place of its number.
followProgress(({ phases, next }) => {
  for (const { step, state } of phases.flatMap(({ steps }) => steps)) {
    const line = document.querySelector<HTMLAnchorElement>(`.fw-page--phase .fw-rail a[href="#${step.anchor}"]`);
    const place = line?.querySelector(".fw-rail__mark");
    if (!line || !place) continue;
    markState(line, state);
    if (step === next?.step) line.ariaCurrent = "step";
    else if (line.ariaCurrent === "step") line.ariaCurrent = null;
    place.replaceChildren(state ? shapeOf(state) : (numbers.get(place) ?? ""));
    line.querySelector(".fw-hidden")?.remove();
    if (state) line.lastElementChild?.append(element("span", "fw-hidden", say("read out", ", {state}", { state: wordOf(state) })));
  }
});
