// Stages with their counts, as bars on one scale; a stage opens what is behind it.

import { button, make } from "../shared/dom.js";
import { section } from "./parts.js";

export function funnel(block, act) {
  const groups = block.groups.map((group) => make("div", "stages", make("h3", "", group.title), make("ul", "", ...group.rows.map((row) => stage(row, act))),
    group.note ? make("p", "muted", group.note) : null));
  return section(block, make("div", "funnel", ...groups));
}

function stage(row, act) {
  const parts = [make("span", "stage-name", row.label), track(row), make("strong", "", row.text)];
  if (!row.action) return make("li", "stage none", ...parts);
  const made = button("", () => act("act", row.action), "stage");
  for (const part of parts) part.setAttribute("aria-hidden", "true"); // what is heard is a phrase
  made.append(make("span", "unseen", `${row.label}: ${row.text}`), ...parts);
  made.setAttribute("aria-pressed", String(Boolean(row.chosen)));
  return make("li", "", made);
}

function track(row) {
  const bar = make("span", `fill ${row.tone}`);
  bar.style.width = `${100 * row.share}%`;
  return make("span", "stage-track", bar);
}
