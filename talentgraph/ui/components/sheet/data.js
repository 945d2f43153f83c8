// Blocks of the page Data: a record without a sign, its details, shares of a whole, work that goes on.

import { button, make } from "../shared/dom.js";
import { actions, back, chip, runs, section } from "./parts.js";

// What has no shape in the network: a set, a source, a file. Where panels stack, the list is far above it: the
// record of a row that was pressed comes into view, and a button leads back.
export function record(block) {
  const node = make("div", "head record",
    block.pressed ? back() : null,
    make("div", "kind", block.kind),
    make("h1", "", block.name),
    block.line ? make("p", "line-of-day", block.line) : null,
    block.summary ? make("p", "muted", block.summary) : null,
    block.sources?.length ? make("div", "evidence", ...block.sources.map(chip)) : null);
  reveal(node, block.pressed ?? "");
  return node;
}

let seen;

function reveal(node, pressed) {
  const isNew = seen !== undefined && pressed && pressed !== seen;
  seen = pressed;
  if (isNew && matchMedia("(max-width: 1080px)").matches) requestAnimationFrame(() => node.scrollIntoView());
}

export function details(block, act) {
  const rows = block.rows.flatMap((row) => [make("dt", "", row.label), make("dd", "", ...runs(row.value, act))]);
  const list = make("dl", "details", ...rows);
  return block.title ? section(block, list) : list;
}

// How much of a whole has something: a bar, the count, what exactly that means. One that can be pressed is a button.
export function shares(block, act) {
  const list = make("ul", "shares", ...block.rows.map((row) => make("li", "", share(row, act))));
  return section(block, list);
}

function share(row, act) {
  const filled = make("span", "filled");
  filled.style.width = `${row.of ? (100 * row.n) / row.of : 0}%`;
  const bar = make("span", "bar", filled);
  bar.setAttribute("aria-hidden", "true");
  const parts = [make("span", "called", row.label), make("span", "said", row.said), bar, make("span", "muted", row.note)];
  if (!row.action) return make("div", "share", ...parts);
  const made = button("", () => act("act", row.action), "share");
  made.append(...parts);
  made.setAttribute("aria-pressed", String(Boolean(row.chosen)));
  return made;
}

export function progress(block, act) {
  const track = make("div", "track-of-work");
  track.setAttribute("role", "progressbar");
  track.setAttribute("aria-label", block.fact);
  if (block.total) {
    track.setAttribute("aria-valuemin", "0");
    track.setAttribute("aria-valuemax", String(block.total));
    track.setAttribute("aria-valuenow", String(block.done));
    const filled = make("div", "filled");
    filled.style.width = `${Math.min(100, (100 * block.done) / block.total)}%`;
    track.append(filled);
  }
  const said = make("p", "", make("strong", "", block.fact), " ", block.hint ?? "");
  said.setAttribute("role", "status");
  return make("div", "work", make("div", "work-line", said, actions(block.buttons, act)), track);
}

export const DATA = { record, details, shares, progress };
