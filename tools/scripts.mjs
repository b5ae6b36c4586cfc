// Bundle the scripts of a theme's components: `make scripts`.
//
// In: the folder of a theme, and the folder for its scripts. Out: one classic script, `firstwin.js`, of whatever components
// bring one (`<name>.ts`) and what these import; no file where none does, so that no page loads anything. What a component
// loads only when it is used (`<name>.later.ts`) is a script of its own, `<name>.js`; so is what runs beside the pages of an
// app, `worker.js`. What is loaded later finds `firstwin.js` on its page: what `scripts/shared.ts` names it takes from there,
// and brings no second copy along. They are committed: whoever builds a site needs no Node. The same sources give the same
// bytes, and a test holds the committed files to them.
//
//     node tools/scripts.mjs theme theme/overrides/assets

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const SHARED = "./scripts/shared.ts";
const WORKER = "./scripts/app/worker.ts";

const [theme, out] = argv.slice(2).map((path) => resolve(path));
const isThere = (path) => existsSync(join(theme, path));
const components = readdirSync(join(theme, "components")).sort();
const bring = (ending) =>
  components.map((name) => ({ name, path: `./components/${name}/${name}${ending}` })).filter(({ path }) => isThere(path));

const OPTIONS = {
  absWorkingDir: theme,
  bundle: true,
  write: false,
  format: "iife", // pages work from `file://`, where no module is loaded
  target: "es2022",
  charset: "utf8",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};
const shared = isThere(SHARED) ? await sharedBy(SHARED) : { names: [], modules: new Set() };

mkdirSync(out, { recursive: true });
await write("firstwin.js", bring(".ts"), pageScript);
for (const script of bring(".later.ts")) await write(`${script.name}.js`, [script], laterScript);
await write("worker.js", [{ path: WORKER }].filter(({ path }) => isThere(path)), (scripts) => bundle(imported(scripts)));

async function write(name, scripts, made) {
  const outfile = join(out, name);
  rmSync(outfile, { force: true });
  if (scripts.length > 0) writeFileSync(outfile, await made(scripts));
}

function pageScript(scripts) {
  const { names } = shared;
  const share = names.length > 0 ? `import { ${names} } from "${SHARED}"; window.fwShared = { ${names} };` : "";
  return bundle(imported(scripts) + share);
}

/** A script that takes what is shared from its page: what it imports of these modules is one that looks there. */
function laterScript(scripts) {
  const contents = shared.names.map((name) => `export const ${name} = /* @__PURE__ */ (() => fwShared.${name})();\n`).join("");
  const onPage = {
    name: "on-page",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
        shared.modules.has(resolve(resolveDir, path)) ? { path: SHARED, namespace: "on-page" } : undefined,
      );
      onLoad({ filter: /./, namespace: "on-page" }, () => ({ contents }));
    },
  };
  return bundle(imported(scripts), [onPage]);
}

function imported(scripts) {
  return scripts.map(({ path }) => `import "${path}";\n`).join("");
}

async function bundle(contents, plugins = []) {
  const made = await build({ ...OPTIONS, stdin: { contents, resolveDir: theme }, plugins });
  return made.outputFiles[0].text;
}

/** What a module shares: its names, and the modules that it has them from. */
async function sharedBy(path) {
  const { metafile } = await build({ ...OPTIONS, entryPoints: [path], format: "esm", metafile: true });
  const [{ exports: names, entryPoint }] = Object.values(metafile.outputs);
  const modules = metafile.inputs[entryPoint].imports.map((module) => join(theme, module.path));
  return { names: names.sort(), modules: new Set(modules) };
}
