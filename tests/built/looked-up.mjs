// What scripts look up by a name: in the page's global scope, on `document`, and by id.
//
// In: the paths of scripts. Out: JSON on standard output. `names` are the identifiers that no script declares where it
// uses them and the members that are asked of `window`; `members` are those that are asked of `document`; `ids` are
// the ids in selectors (`#__config`) and those given to a method that finds an element by its id or name; `computed`
// are the arguments of such methods that are no text.
import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { analyze } from "eslint-scope";

const GLOBALS = ["window", "self", "globalThis", "top", "parent", "frames"];
const FINDERS = ["getElementById", "getElementsByName", "namedItem"];
const ID_IN_TEXT = /#(-?[A-Za-z_][\w-]*)/g;
const ecmaVersion = 2022;

const names = new Set();
const members = new Set();
const ids = new Set();
const computed = new Set();

for (const path of process.argv.slice(2)) {
  const source = readFileSync(path, "utf8");
  const tree = parse(source, { ecmaVersion, ranges: true, allowReturnOutsideFunction: true });
  const { globalScope } = analyze(tree, { ecmaVersion, sourceType: "script" });
  globalScope.through.forEach((reference) => names.add(reference.identifier.name));
  visit(tree, source);
}

console.log(
  JSON.stringify({
    names: [...names].sort(),
    members: [...members].sort(),
    ids: [...ids].sort(),
    computed: [...computed].sort(),
  }),
);

function visit(node, source) {
  if (node.type === "MemberExpression") {
    memberOf(node);
  } else if (node.type === "CallExpression") {
    found(node, source);
  } else if (typeof node.value === "string") {
    inText(node.value);
  } else if (node.type === "TemplateElement") {
    inText(node.value.cooked ?? "");
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === "string") {
        visit(child, source);
      }
    }
  }
}

function memberOf({ object, property, computed: isComputed }) {
  const name = isComputed ? property.value : property.name;
  if (typeof name === "string" && object.type === "Identifier") {
    if (GLOBALS.includes(object.name)) {
      names.add(name);
    } else if (object.name === "document") {
      members.add(name);
    }
  }
}

function found({ callee, arguments: [first] }, source) {
  if (callee.type === "MemberExpression" && FINDERS.includes(callee.property.name) && first) {
    if (typeof first.value === "string") {
      ids.add(first.value);
    } else {
      computed.add(source.slice(...first.range));
    }
  }
}

// Texts with a brace are style sheets and look nothing up; `&#` begins an entity.
function inText(text) {
  if (text.includes("{") || text.includes("&#")) {
    return;
  }
  for (const [, id] of text.matchAll(ID_IN_TEXT)) {
    ids.add(id);
  }
}
