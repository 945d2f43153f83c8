// A grid of numbers: each opens what is behind it. Beside a number stand small marks of what is not in it.

import { button, make } from "../shared/dom.js";
import { nameButton, section } from "./parts.js";

export function matrix(block, act) {
  const head = make("tr", "", corner(block.corner), ...block.columns.map(heading));
  const body = make("tbody", "", ...block.rows.map((row) => line(row, block.columns, act)));
  const grid = make("table", block.wide ? "matrix wide" : "matrix", make("thead", "", head), body);
  return section(block, grid, block.key.length ? key(block.key) : null);
}

function corner(label) {
  const cell = make("th", "corner", label);
  cell.scope = "col";
  return cell;
}

function heading(column) {
  const cell = make("th", words(column.upright && "upright", column.sum && "sum", column.tone), make("span", "", column.label));
  cell.scope = "col";
  cell.title = column.label;
  return cell;
}

function line(row, columns, act) {
  const name = make("th", "", row.id ? nameButton(row, act) : make("span", "plain", row.name));
  name.scope = "row";
  return make("tr", row.sum ? "sum" : "", name, ...row.cells.map((cell, index) => number(cell, columns[index], act)));
}

function number(cell, column, act) {
  const node = make("td", words(column.sum && "sum", cell.tone, cell.net && "net", !cell.text && !cell.marks?.length && "none"));
  const marks = cell.marks?.length
    ? make("span", "marks", ...cell.marks.map((mark) => make("span", "", `${mark.sign}${mark.text}`))) : null;
  if (!cell.action) {
    if (cell.text) node.append(make("span", "short", column.label), make("span", "figure-of", cell.text));
    return node;
  }
  const made = button("", () => act("act", cell.action));
  made.setAttribute("aria-pressed", String(Boolean(cell.chosen)));
  made.title = cell.label;
  made.style.setProperty("--share", cell.share);
  const bar = cell.tone && cell.share ? make("span", `bar ${cell.tone}`) : null;
  const short = make("span", "short", column.sum || cell.tone ? column.label : `to ${cell.to}`);
  const seen = make("span", "seen", short, bar, make("span", "figure-of", cell.text), marks);
  seen.setAttribute("aria-hidden", "true"); // what is heard is a sentence
  made.append(make("span", "unseen", cell.label), seen);
  node.append(made);
  return node;
}

function key(items) {
  return make("ul", "key", ...items.map((item) => make("li", "", make("strong", "", item.sign), item.label)), make("li", "", "none of these is in a number"));
}

function words(...list) {
  return list.filter(Boolean).join(" ");
}
