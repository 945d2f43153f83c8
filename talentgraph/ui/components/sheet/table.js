// A real table. Columns may be sorted, rows may be chosen. On a narrow sheet a row takes two lines: CSS does that.

import { button, make } from "../shared/dom.js";
import { chip, runs, statusSign } from "./parts.js";

export function table(block, act) {
  const head = make("tr", "", ...block.columns.map((column) => heading(column, act)));
  const body = make("tbody", "", ...block.rows.map((row) => rowOf(row, block.columns, act)));
  const node = make("table", "ledger", block.caption ? make("caption", "unseen", block.caption) : null, make("thead", "", head), body);
  return block.rows.length ? node : make("div", "", node, make("p", "muted nothing", block.nothing ?? "Nothing to show."));
}

const TURNED = { ascending: "↑", descending: "↓" };

function heading(column, act) {
  const cell = make("th", column.align ?? "");
  cell.scope = "col";
  if (!column.action) {
    cell.append(column.label);
    return cell;
  }
  const sort = button(column.label, () => act("act", column.action), "sort");
  if (column.sorted) {
    cell.setAttribute("aria-sort", column.sorted);
    const arrow = make("span", "arrow", TURNED[column.sorted]);
    arrow.setAttribute("aria-hidden", "true");
    sort.append(arrow);
  }
  cell.append(sort);
  return cell;
}

function rowOf(row, columns, act) {
  const node = make("tr", row.chosen ? "chosen" : "");
  row.cells.forEach((cell, index) => node.append(cellOf(cell, columns[index], index ? null : row, act)));
  if (row.chosen) node.setAttribute("aria-current", "true");
  if (row.action) {
    node.classList.add("pressable");
    node.onclick = (event) => {
      if (!event.target.closest("button, a")) act("act", row.action);
    };
  }
  return node;
}

// The first cell of a row that may be chosen is its button.
function cellOf(cell, column, row, act) {
  const content = cell.status ? [statusSign(cell.status)] : runs(cell.runs, act);
  const node = make(row ? "th" : "td", [column.align, column.place, cell.strong ? "strong" : "", cell.none ? "none" : ""].filter(Boolean).join(" "));
  if (row) node.scope = "row";
  if (row?.action) {
    const name = button("", () => act("act", row.action), "name");
    name.append(...content.flatMap((part) => (part.classList?.contains("name") ? [...part.childNodes] : [make("span", "", part)])));
    node.append(name);
  } else {
    node.append(...content);
  }
  if (column.short) node.prepend(make("span", "short", column.short), " ");
  if (cell.doubt) node.append(" ", statusSign(cell.doubt));
  if (cell.mark) node.append(" ", make("span", "mark-of", cell.mark));
  if (cell.sources?.length) node.append(make("div", "", ...cell.sources.map(chip)));
  if (cell.note) node.append(make("div", "said-of", cell.note));
  return node;
}
