// Small parts that blocks share: signs, chips, names, buttons, the frame of a section.

import { button, line, make, shape } from "../shared/dom.js";

export function statusSign(status) {
  const word = status.charAt(0).toUpperCase() + status.slice(1);
  return make("span", `status ${status}`, line(status), word);
}

// A date of so few characters is not broken.
const DATE = 12;

export function chip(source) {
  if (source.note) return make("span", "muted", source.note);
  const label = [make("span", "publisher", source.publisher), ...(source.date ? [" ", make("span", source.date.length <= DATE ? "date" : "", source.date)] : [])];
  const node = make(source.url ? "a" : "span", "chip", ...label);
  node.title = source.title;
  if (source.url?.startsWith("https://")) {
    node.href = source.url;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  return node;
}

// Runs are plain strings, or names that open: { name, id, shape }.
export function runs(parts, act) {
  return (parts ?? []).map((part) => (typeof part === "string" ? part : nameButton(part, act)));
}

export function nameButton(part, act) {
  const name = button("", () => act("open", part.id), "name");
  name.append(shape(part.shape), make("span", "", part.name));
  return name;
}

// `quiet`: no line above, where the block begins a column of its own.
export function section(block, ...content) {
  const head = make("header", "",
    make("h2", "", block.title),
    block.count ? make("span", "count", String(block.count)) : null,
    block.note ? make("span", "note", block.note) : null);
  return make("section", block.red ? "red" : block.quiet ? "quiet" : "", head, ...content);
}

export function evidence(row) {
  const parts = [row.reason ? make("span", "muted", row.reason) : null, row.status ? statusSign(row.status) : null];
  return make("div", "evidence", ...parts, ...(row.sources ?? []).map(chip));
}

// Where panels stack, the list from which a row was pressed is far above.
export function back() {
  return button("Back to the list", () => document.querySelector(".st-key-left")?.scrollIntoView(), "back");
}

// A button sends its action to Python, or, with `copy`, puts that text on the clipboard.
export function actions(items, act) {
  const buttons = (items ?? []).map((item) => {
    const made = button(item.label, () => act("act", item.action), item.strong ? "strong" : "");
    if (item.copy !== undefined) made.onclick = () => copy(made, item);
    if (item.note) made.append(make("small", "", item.note));
    made.disabled = Boolean(item.disabled);
    return made;
  });
  return make("div", "actions", ...buttons);
}

async function copy(made, item) {
  await navigator.clipboard.writeText(item.copy);
  made.textContent = "Copied";
}
