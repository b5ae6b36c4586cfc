// Where a page is, and how more of the site is loaded.

import assert from "node:assert/strict";
import { test } from "node:test";

const ROOT = "https://host.example/guides/";
const scripts = [];
globalThis.HTMLScriptElement = class {};
globalThis.document = {
  currentScript: Object.assign(new HTMLScriptElement(), { src: `${ROOT}assets/firstwin.js` }),
  createElement: () => new HTMLScriptElement(),
  head: { append: (script) => scripts.push(script) },
};
const { load, placeOf } = await import("../../../theme/scripts/site.ts");

test("an address says the plan, the guide and what is below", () => {
  const places = {
    "": ["", "", ""],
    "index.html": ["", "", ""],
    "#page_plans": ["", "", ""],
    "enterprise/": ["enterprise", "", ""],
    "enterprise/#page_phases": ["enterprise", "", ""],
    "enterprise/?from=mail/admin/": ["enterprise", "", ""],
    "enterprise/index.html#page_phases": ["enterprise", "", ""],
    "enterprise/admin": ["enterprise", "admin", ""],
    "enterprise/admin/#fw=a/b.1z": ["enterprise", "admin", ""],
    "enterprise/admin/index.html?a#b": ["enterprise", "admin", ""],
    "enterprise/admin/plan/index.html#call": ["enterprise", "admin", "plan"],
  };
  for (const [path, place] of Object.entries(places)) {
    const { tier, persona, below } = placeOf(ROOT + path);
    assert.deepEqual([tier, persona, below], place, path);
  }
});

test("an address that is none of the site's leads nowhere in it", () => {
  for (const href of ["https://host.example/other/admin/", "about:blank", "file:///guides/enterprise/admin/"]) {
    assert.deepEqual(placeOf(href), { tier: "", persona: "", below: "" }, href);
  }
});

test("a script runs once, however often it is asked for, and is tried again where it could not be loaded", async () => {
  const first = [load("assets/search.js"), load("assets/search.js")];
  assert.deepEqual(scripts.map(({ src }) => src), [`${ROOT}assets/search.js`]);
  scripts[0].onerror();
  for (const loading of first) await assert.rejects(loading, { message: "assets/search.js" });
  const again = load("assets/search.js");
  assert.equal(scripts.length, 2);
  scripts[1].onload();
  await again;
  await load("assets/search.js");
  assert.equal(scripts.length, 2);
});
