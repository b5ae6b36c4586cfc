/** The icons that scripts add, drawn as `components/icon` draws them. A test holds the two equal. */

const SVG = "http://www.w3.org/2000/svg";
const LINE = { fill: "none", stroke: "currentColor" };
const ROUND = { "stroke-linecap": "round", "stroke-linejoin": "round" };

type Shape = readonly [name: "circle" | "path", attributes: Readonly<Record<string, string>>];

const disc = (r: string, more: Readonly<Record<string, string>>): Shape => ["circle", { cx: "9", cy: "9", r, ...more }];

export const SHAPES = {
  tick: [["path", { d: "m4.5 9.5 3 3 6-7", ...LINE, "stroke-width": "2.2", ...ROUND }]],
  chevron: [["path", { d: "m6.5 4 5 5-5 5", ...LINE, "stroke-width": "2", ...ROUND }]],
  arrow: [["path", { d: "M3 9h11M9.5 4l5 5-5 5", ...LINE, "stroke-width": "2", ...ROUND }]],
  done: [
    disc("8", { fill: "currentColor" }),
    ["path", { class: "fw-icon__cut", d: "m5.2 9.3 2.6 2.6 5-5.4", fill: "none", "stroke-width": "2", ...ROUND }],
  ],
  half: [disc("7", { ...LINE, "stroke-width": "2" }), ["path", { d: "M9 5a4 4 0 0 1 0 8z", fill: "currentColor" }]],
  ring: [disc("7", { ...LINE, "stroke-width": "2" })],
  dashes: [disc("7.1", { ...LINE, "stroke-width": "1.8", "stroke-dasharray": "2.2 2.26" })],
} as const satisfies Record<string, readonly Shape[]>;

export function icon(name: keyof typeof SHAPES, size = 18): SVGElement {
  const kind = name === "arrow" || name === "chevron" ? "fw-icon fw-icon--turns" : "fw-icon";
  const drawn = draw("svg", { class: kind, viewBox: "0 0 18 18", width: `${size}`, height: `${size}`, "aria-hidden": "true", focusable: "false" });
  for (const [shape, attributes] of SHAPES[name]) drawn.append(draw(shape, attributes));
  return drawn;
}

function draw<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
