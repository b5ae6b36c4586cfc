// How the built pages are validated. Each rule that differs from the recommended ones says why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Gaps that statements of the templates leave; a web server compresses them to nothing.
    "no-trailing-whitespace": "off",
    // Material writes it small, and HTML knows no case here.
    "doctype-style": ["error", { style: "lowercase" }],
    // Material's ids begin with two underscores. HTML asks only that an id is not empty and has no space.
    "valid-id": ["error", { relaxed: true }],
    // Advice for search engines. A title holds what authors called a phase, a plan and a role.
    "long-title": "off",
    // Asks for no-break spaces in telephone numbers. Texts are shown as typed; the theme keeps a number on its line.
    "tel-non-breaking": "off",
    // The engine's Markdown writes `open` as `open="open"`, which says the same.
    "attribute-boolean-style": "off",
    // Nothing on these pages is ever sent: a form groups controls that act at once.
    "wcag/h32": "off",
  },
};
