// Bundle the scripts of a theme's components: `make scripts`.
//
// In: the folder of a theme. Out: one classic script, whatever components bring one and whatever these import; no file
// where none does, so that no page loads anything. It is committed: whoever builds a site needs no Node. The same
// sources give the same bytes, and a test holds the committed file to them.
//
//     node tools/scripts.mjs theme theme/overrides/assets/firstwin.js

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const [theme, out] = argv.slice(2).map((path) => resolve(path));
const scripts = readdirSync(join(theme, "components"))
  .sort()
  .map((name) => `components/${name}/${name}.ts`)
  .filter((path) => existsSync(join(theme, path)));

rmSync(out, { force: true });
if (scripts.length > 0) {
  await build({
    stdin: {
      contents: scripts.map((path) => `import "./${path}";`).join("\n"),
      resolveDir: theme,
    },
    outfile: out,
    bundle: true,
    format: "iife", // pages work from `file://`, where no module is loaded
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}
