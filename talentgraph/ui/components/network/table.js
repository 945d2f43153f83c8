// The picture as two tables: names and links, sorted by any column, to be selected from and taken away.

import { button, line, make, shape } from "../shared/dom.js";
import { csv, sorted } from "./rows.js";
import { save } from "./save.js";

const PAGE = 500;

export class Twin {
  constructor(picture) {
    this.picture = picture;
    this.of = "names";
    this.order = { names: [0, 1], links: [0, 1] };
    this.room = PAGE;
    this.names = button("", () => this.turn("names"));
    this.links = button("", () => this.turn("links"));
    const take = button("Download CSV", () => save(csv(this.heads, this.rows), "text/csv", `talent-graph-${this.of}.csv`), "take");
    const back = button("Show as picture", () => picture.tell("act", { do: "picture" }), "take");
    this.table = make("table", "");
    this.more = button("", () => { this.room += PAGE; this.draw(); }, "take");
    const bar = make("div", "bar", this.names, this.links, make("span", "gap"), take, back);
    this.element = make("div", "twin", bar, make("div", "scroll", this.table, this.more));
  }

  turn(to) {
    this.of = to;
    this.room = PAGE;
    this.draw();
  }

  // `names` and `links` are rows of { id, cells, sign, status }; a cell is a text or a number.
  update(names, links, chosen) {
    Object.assign(this, { data: { names, links }, chosen: new Set(chosen) });
    if (!this.element.hidden) this.draw();
  }

  // The focus stays in its row, which is drawn anew.
  mark(chosen) {
    this.chosen = new Set(chosen);
    if (this.element.hidden) return;
    const row = this.element.getRootNode().activeElement?.closest("tbody tr"), at = row ? row.rowIndex : -1;
    this.draw();
    if (at > 0) this.table.rows[at]?.querySelector("button")?.focus();
  }

  get heads() {
    return this.of === "names" ? ["Name", "Kind", "Links", "Employer"] : ["From", "What", "To", "When", "Status", "On the day", "Claims"];
  }

  get rows() {
    const [column, way] = this.order[this.of];
    return sorted(this.data[this.of], column, way);
  }

  draw() {
    for (const [name, made, word] of [["names", this.names, "Names"], ["links", this.links, "Links"]]) {
      made.replaceChildren(word, make("span", "number", String(this.data[name].length)));
      made.setAttribute("aria-pressed", String(this.of === name));
    }
    const rows = this.rows, [column, way] = this.order[this.of];
    const head = make("tr", "", ...this.heads.map((word, at) => this.head(word, at, at === column ? way : 0)));
    this.table.replaceChildren(make("caption", "hidden", `The ${this.of} of the picture`), make("thead", "", head),
      make("tbody", "", ...rows.slice(0, this.room).map((row) => this.row(row))));
    this.more.hidden = rows.length <= this.room;
    this.more.textContent = `Show ${Math.min(PAGE, rows.length - this.room)} more`;
  }

  head(word, at, way) {
    const cell = make("th", "", button(way ? `${word} ${way > 0 ? "↑" : "↓"}` : word, () => {
      this.order[this.of] = [at, way > 0 ? -1 : 1];
      this.draw();
    }));
    cell.scope = "col";
    cell.setAttribute("aria-sort", way > 0 ? "ascending" : way < 0 ? "descending" : "none");
    return cell;
  }

  row(row) {
    const cells = row.cells.map((value, at) => this.cell(row, value, at));
    const made = make("tr", this.chosen.has(row.id) ? "chosen" : "", ...cells);
    made.setAttribute("aria-selected", String(this.chosen.has(row.id)));
    return made;
  }

  cell(row, value, at) {
    if (at === 0) {
      const name = button("", (event) => this.pick(row.id, event));
      name.append(...(row.sign ? [shape(row.sign)] : []), make("span", "", value));
      const head = make("th", "", name);
      head.scope = "row";
      return head;
    }
    const status = this.of === "links" && this.heads[at] === "Status";
    return make("td", typeof value === "number" ? "number" : status ? "status" : "", ...(status ? [line(row.status), value] : [String(value)]));
  }

  pick(id, event) {
    const several = event.shiftKey || event.ctrlKey || event.metaKey;
    if (several && this.of === "names") this.picture.toggle(id);
    else this.picture.choose([id]);
  }
}
