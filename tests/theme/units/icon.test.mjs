// Icons that scripts draw are those of the templates.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHAPES } from "../../../theme/scripts/icon.ts";

const template = readFileSync(new URL("../../../theme/components/icon/icon.html", import.meta.url), "utf8");

for (const [name, shapes] of Object.entries(SHAPES)) {
  test(`${name} is drawn as its template draws it`, () => {
    const [, markup = ""] = new RegExp(`"${name}": '(.*)',`).exec(template) ?? [];
    const drawn = [...markup.matchAll(/<(\w+) ([^>]*)\/>/g)].map(([, shape, rest]) => [
      shape,
      Object.fromEntries([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, attribute, value]) => [attribute, value])),
    ]);
    assert.deepEqual(shapes, drawn);
  });
}
