// One function a block, named as its type in Python.

import { button, make, shape } from "../shared/dom.js";
import { dots } from "./dots.js";
import { lanes } from "./lanes.js";
import { actions, back, chip, evidence, nameButton, runs, section, statusSign } from "./parts.js";
import { rail } from "./rail.js";
import { table } from "./table.js";

// A value of so few characters is not broken; one of more than so many stands above its status and sources.
const SHORT = 14, LONG = 22;

export const BLOCKS = {
  head(block, act) {
    return make("div", "head",
      block.back ? back() : null,
      make("div", "kind", shape(block.shape), block.kind),
      make("h1", "", block.name),
      block.line?.length ? make("p", "line-of-day", ...runs(block.line, act), ...(block.doubt ? [" ", statusSign(block.doubt)] : [])) : null,
      block.also ? make("p", "muted", block.also) : null,
      block.summary ? make("p", "muted", block.summary) : null);
  },
  actions(block, act) {
    return actions(block.buttons, act);
  },
  section(block) {
    return section(block);
  },
  note(block, act) {
    return make("p", "muted note-line", ...runs(block.text, act));
  },
  figures(block, act) {
    return make("div", "figures", ...block.rows.map((row) => figureOf(row, act)));
  },
  facts(block, act) {
    const rows = block.rows.map((row) =>
      make("div", "fact", make("div", "label", row.label), make("div", "figure", ...runs(row.value, act)), evidence(row)));
    return section(block, make("div", block.terse ? "terse" : "", ...rows));
  },
  disagreement(block, act) {
    const parts = [make("h3", "", block.question), block.dots ? dots(block.dots) : null, versions(block.rows, act),
      block.foot ? make("p", "muted", block.foot) : null];
    const quarrel = make("div", block.settled ? "quarrel settled" : "quarrel", ...parts);
    return block.title ? section({ ...block, red: !block.settled }, quarrel) : quarrel;
  },
  claims(block, act) {
    const rows = block.rows.map((row) =>
      make("li", row.status, make("p", "", ...runs(row.text, act)), evidence(row),
        row.note ? make("p", "muted", row.note) : null));
    return section(block, make("ul", "claims", ...rows), block.more ? make("p", "muted", block.more) : null,
      actions(block.buttons, act));
  },
  sentences(block, act) {
    const dated = block.rows.some((row) => row.when);
    const rows = block.rows.map((row) =>
      make("li", "", dated ? make("div", "when", row.when ?? "") : null,
        make("div", "", make("p", "serif", ...runs(row.text, act)), evidence(row))));
    return section(block, make("ul", dated ? "sentences dated" : "sentences", ...rows), actions(block.buttons, act));
  },
  links(block, act) {
    const rows = block.rows.map((row) =>
      make("li", "", nameButton(row, act), make("span", "note", row.note), row.text ? make("p", "muted", row.text) : null));
    return section(block, make("ul", "links", ...rows), actions(block.buttons, act));
  },
  lanes(block, act) {
    return section(block, lanes(block, act), actions(block.buttons, act));
  },
  table(block, act) {
    return block.title ? section(block, table(block, act), actions(block.buttons, act)) : table(block, act);
  },
  rail(block, act) {
    return rail(block, act);
  },
  band(block, act) {
    const node = make("div", `band ${block.tone ?? ""}`, make("p", "", make("strong", "", block.fact), " ", block.hint ?? ""),
      actions(block.buttons, act));
    node.setAttribute("role", block.tone === "red" ? "alert" : "status");
    return node;
  },
  empty(block, act) {
    return make("div", "empty", make("h2", "", block.fact), make("p", "", block.hint), actions(block.buttons, act));
  },
};

// The values that are apart, each with its status and sources.
function versions(versions, act) {
  const lengths = versions.map((row) => row.value.join("").length);
  const rows = versions.map((row, index) =>
    make("tr", row.status === "denied" ? "denied" : "",
      make("th", lengths[index] <= SHORT ? "short" : "", ...runs(row.value, act)),
      make("td", "", statusSign(row.status)), make("td", "chips", ...row.sources.map(chip))));
  return make("table", Math.max(...lengths) > LONG ? "long" : "", ...rows);
}

// A number with its name and its small print; one that opens what is behind it is a button.
function figureOf(row, act) {
  const parts = [make("span", "number", row.value), make("span", "", row.label), make("span", "muted", row.note ?? "")];
  if (!row.action) return make("div", "counted", ...parts);
  const made = button("", () => act("act", row.action), "counted");
  made.append(...parts);
  made.setAttribute("aria-pressed", String(Boolean(row.chosen)));
  return made;
}
