// One function a block, named as its type in Python.

import { button, line, make, shape } from "../shared/dom.js";
import { dots, lanes } from "./pictures.js";

function statusSign(status) {
  const word = status.charAt(0).toUpperCase() + status.slice(1);
  return make("span", `status ${status}`, line(status), word);
}

function chip(source) {
  const label = [make("span", "publisher", source.publisher), source.date ? ` ${source.date}` : ""];
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
function runs(parts, act) {
  return (parts ?? []).map((part) => (typeof part === "string" ? part : nameButton(part, act)));
}

function nameButton(part, act) {
  const name = button("", () => act("open", part.id), "name");
  name.append(shape(part.shape), make("span", "", part.name));
  return name;
}

function section(block, ...content) {
  const head = make(
    "header",
    "",
    make("h2", "", block.title),
    block.count ? make("span", "count", String(block.count)) : null,
    block.note ? make("span", "note", block.note) : null,
  );
  return make("section", block.red ? "red" : "", head, ...content);
}

function evidence(row) {
  return make("div", "evidence", row.when ? make("span", "when", row.when) : null,
    row.status ? statusSign(row.status) : null, ...(row.sources ?? []).map(chip));
}

function actions(items, act) {
  const buttons = (items ?? []).map((item) => {
    const made = button(item.label, () => act("act", item.action), item.strong ? "strong" : "");
    if (item.note) made.append(make("small", "", item.note));
    made.disabled = Boolean(item.disabled);
    return made;
  });
  return make("div", "actions", ...buttons);
}

export const BLOCKS = {
  head(block, act) {
    return make("div", "head",
      make("div", "kind", shape(block.shape), block.kind),
      make("h1", "", block.name),
      block.line?.length ? make("p", "line-of-day", ...runs(block.line, act)) : null,
      block.also ? make("p", "muted", block.also) : null,
      block.summary ? make("p", "muted", block.summary) : null);
  },
  actions(block, act) {
    return actions(block.buttons, act);
  },
  facts(block, act) {
    const rows = block.rows.map((row) =>
      make("div", "fact", make("div", "label", row.label), make("div", "figure", ...runs(row.value, act)), evidence(row)));
    return section(block, ...rows);
  },
  disagreement(block, act) {
    const rows = block.rows.map((row) =>
      make("tr", row.status === "denied" ? "denied" : "", make("th", row.value.join("").length > 18 ? "long" : "", ...runs(row.value, act)),
        make("td", "", statusSign(row.status)), make("td", "chips", ...row.sources.map(chip))));
    const parts = [make("h3", "", block.question), block.dots ? dots(block.dots) : null, make("table", "", ...rows),
      block.foot ? make("p", "muted", block.foot) : null];
    return block.title ? section({ ...block, red: true }, make("div", "quarrel", ...parts)) : make("div", "quarrel", ...parts);
  },
  claims(block, act) {
    const rows = block.rows.map((row) =>
      make("li", row.status, make("p", "", ...runs(row.text, act)), evidence(row),
        row.note ? make("p", "muted", row.note) : null));
    return section(block, make("ul", "claims", ...rows), block.more ? make("p", "muted", block.more) : null);
  },
  sentences(block, act) {
    const rows = block.rows.map((row) =>
      make("li", "", make("p", "serif", ...runs(row.text, act)), evidence(row)));
    return section(block, make("ul", "sentences", ...rows));
  },
  links(block, act) {
    const rows = block.rows.map((row) =>
      make("li", "", nameButton(row, act), make("span", "note", row.note), row.text ? make("p", "muted", row.text) : null));
    return section(block, make("ul", "links", ...rows));
  },
  lanes(block, act) {
    return section(block, lanes(block, act));
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
