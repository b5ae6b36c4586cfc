// Plays sequences of acts on the reader's state, as they come on standard input, and writes what is kept at their ends.
// In: [{renamed, acts}]; out, for each: what lies on each browser's shelf, what each tab shows, and all browsers' copies merged.
// `tests/theme/test_acts.py` makes the sequences, and says what has to come out.

import { readFileSync } from "node:fs";
import { EMPTY, merge } from "../../../theme/scripts/memory/document.ts";
import { SITE, Store, TIERS, tab } from "./shelves.mjs";

const SCOPES = [...TIERS, "shared"];

function play({ browsers, tabs, renamed, acts }) {
  let clock = 0;
  const now = () => clock;
  const stores = Array.from({ length: browsers }, () => new Store());
  const open = (store, pairs) => tab(store, { now, renamed: pairs });
  const states = stores.map((store) => Array.from({ length: tabs }, () => open(store, [])));
  const does = {
    open: (at, which, isNew) => {
      stores[at].tabs = stores[at].tabs.filter((state) => state !== states[at][which]);
      states[at][which] = open(stores[at], isNew ? renamed : []);
    },
    look: (at, which, key) => states[at][which].get(key),
    set: (at, which, key, value) => states[at][which].set(key, value),
    all: (at, which, entries) => states[at][which].setAll(entries),
    carry: (at, which, from) => states[at][which].merge(whole(states[from][0])),
    tell: (at) => stores[at].tell(),
    room: (at, room) => { stores[at].room = room ?? Infinity; },
  };
  for (const [time, act, ...rest] of acts) {
    clock = time;
    does[act](...rest);
  }
  return {
    shelves: stores.map((store) => entriesOf(SCOPES.map((scope) => JSON.parse(store.getItem(`firstwin:${SITE}:${scope}`) ?? '{"entries":{}}')))),
    shown: states.map((each) => each.map((state) => Object.fromEntries(state.entries()))),
    merged: [states.flat(), states.flat().reverse(), states.flat().sort((one, other) => size(one) - size(other))].map((order) =>
      order.map((state) => state.current(whole(state))).reduce((one, other) => merge(one, other), EMPTY).entries,
    ),
  };
}

const whole = (state) => ({ version: 1, entries: entriesOf(SCOPES.map((scope) => state.document(scope))) });
const entriesOf = (documents) => Object.assign({}, ...documents.map(({ entries }) => entries));
const size = (state) => state.entries().length;

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(play)));
