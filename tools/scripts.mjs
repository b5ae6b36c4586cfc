// Bundle the scripts of a theme's components: `make scripts`.
//
// In: the folder of a theme, and the folder for its scripts. Out: one classic script, `firstwin.js`, of whatever components
// bring one (`<name>.ts`) and what these import; no file where none does, so that no page loads anything. What a component
// loads only when it is used (`<name>.later.ts`) is a script of its own, `<name>.js`; so is what runs beside the pages of an
// app, `worker.js`. They are committed: whoever builds a site needs no Node. The same sources give the same bytes, and a test
// holds the committed files to them.
//
//     node tools/scripts.mjs theme theme/overrides/assets

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const [theme, out] = argv.slice(2).map((path) => resolve(path));
const components = readdirSync(join(theme, "components")).sort();
const bring = (ending) =>
  components
    .map((name) => ({ name, path: `./components/${name}/${name}${ending}` }))
    .filter(({ path }) => existsSync(join(theme, path)));

await bundle("firstwin.js", bring(".ts"));
for (const script of bring(".later.ts")) await bundle(`${script.name}.js`, [script]);
await bundle("worker.js", [{ path: "./scripts/app/worker.ts" }].filter(({ path }) => existsSync(join(theme, path))));

async function bundle(name, scripts) {
  const outfile = join(out, name);
  rmSync(outfile, { force: true });
  if (scripts.length === 0) return;
  await build({
    stdin: {
      contents: scripts.map(({ path }) => `import "${path}";`).join("\n"),
      resolveDir: theme,
    },
    outfile,
    bundle: true,
    format: "iife", // pages work from `file://`, where no module is loaded
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}
