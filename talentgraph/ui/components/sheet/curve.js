// How long people stay: Kaplan–Meier curves with their band and a tick for everybody who was lost sight of, and the
// stays that they are made of, one line a person. Both on one scale of days.

import { draw, make } from "../shared/dom.js";
import { drawnToFit, widthOf } from "./fit.js";
import { actions, section } from "./parts.js";
import { fitting, scale } from "./scale.js";

const HIGH = 190, FOOT = 22, HEAD = 8, LINE = 9, LEFT = 40;

export function curve(block, act) {
  const panels = block.panels.map((panel) => make("figure", "", make("figcaption", "", make("strong", "", panel.title), " ", panel.note),
    panel.steps.length ? drawnToFit("curve", (width) => survival(panel, block, width)) : make("p", "muted too-few", panel.why)));
  return section(block, make("div", "curves", ...panels), signs(block.signs), actions(block.buttons, act));
}

function survival(panel, block, width) {
  const x = scale(0, block.last, LEFT, width - 10), y = scale(0, 1, HIGH - FOOT, HEAD);
  const svg = draw("svg", { width, height: HIGH, role: "img", "aria-label": panel.sentence });
  for (const share of [0, 0.5, 1]) {
    svg.append(level(LEFT, width - 10, y(share), "grid"), words(`${share * 100} %`, LEFT - 6, y(share) + 4, "end"));
  }
  days(svg, block, x, width, HIGH);
  svg.append(upright(x(block.horizon), HEAD, HIGH - FOOT, "today"));
  svg.append(draw("path", { d: spread(panel, x, y), class: "spread" }), draw("path", { d: stairs(panel, x, y), class: "stairs" }));
  for (const day of panel.censored) {
    if (day <= panel.until) svg.append(upright(x(day), y(shareAt(panel.steps, day)) - 5, y(shareAt(panel.steps, day)) + 5, "censored"));
  }
  return svg;
}

// The share that is still there on a day: before the first departure all are.
export function shareAt(steps, day, name = "share") {
  let share = 1;
  for (const step of steps) if (step.day <= day) share = step[name];
  return share;
}

// The corners of a curve that falls in steps, from the first day to the last that is drawn.
export function corners(steps, until, name = "share") {
  const found = [[0, 1]];
  for (const step of steps.filter((each) => each.day <= until)) {
    found.push([step.day, found[found.length - 1][1]], [step.day, step[name]]);
  }
  return [...found, [until, found[found.length - 1][1]]];
}

function stairs(panel, x, y) {
  return `M${corners(panel.steps, panel.until).map(([day, share]) => `${x(day)} ${y(share)}`).join("L")}`;
}

function spread(panel, x, y) {
  const point = ([day, share]) => `${x(day)} ${y(share)}`;
  const top = corners(panel.steps, panel.until, "high"), under = corners(panel.steps, panel.until, "low").reverse();
  return `M${[...top, ...under].map(point).join("L")}Z`;
}

// One line a stay: full as long as it surely lasted, broken as long as it may have; a dot where the person was gone.
export function stays(block, act) {
  return section(block, drawnToFit("stays", (width) => lines(block, width, act)), signs(block.signs));
}

function lines(block, width, act) {
  const height = HEAD + block.rows.length * LINE + FOOT;
  const x = scale(0, block.last, 8, width - 14);
  const svg = draw("svg", { width, height, role: "group", "aria-label": block.title });
  days(svg, block, x, width, height);
  svg.append(upright(x(block.horizon), HEAD, height - FOOT, "today"));
  block.rows.forEach((row, index) => svg.append(lineOf(row, HEAD + index * LINE + LINE / 2, x, block.last, act)));
  return svg;
}

function lineOf(row, y, x, last, act) {
  const group = draw("g", { class: `stay${row.chosen ? " chosen" : ""}`, role: "button", tabindex: 0, "aria-label": row.sentence });
  const title = draw("title", {});
  title.textContent = row.sentence;
  const sure = Math.max(x(row.sure), x(0) + 2), end = Math.max(x(row.days), sure);
  group.append(title, draw("rect", { x: 0, y: y - LINE / 2, width: end + 12, height: LINE, class: "reach" }),
    level(x(0), sure, y, "followed"), level(sure, end, y, "unsure"), endOf(row, end, y, last));
  const press = () => act("act", row.action);
  group.onclick = press;
  group.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  };
  return group;
}

function endOf(row, x, y, last) {
  if (row.days > last) return beyond(x, y);
  return row.left ? draw("circle", { cx: x, cy: y, r: 3, class: "left" }) : upright(x, y - 4, y + 4, "censored");
}

function beyond(x, y) {
  return draw("path", { d: `M${x + 2} ${y - 3.5}L${x + 8} ${y}L${x + 2} ${y + 3.5}Z`, class: "beyond" });
}

function days(svg, block, x, width, height) {
  const base = height - FOOT;
  for (const tick of block.ticks) svg.append(upright(x(tick.day), HEAD, base, "grid"));
  const labels = block.ticks.map((tick) => [x(tick.day), widthOf(tick.label, 11)]);
  for (const [index, start] of fitting(labels, 0, width)) svg.append(words(block.ticks[index].label, start, height - 6, "start"));
}

const SIGNS = {
  stairs: () => draw("path", { d: "M1 3H12V9H31", class: "stairs" }),
  spread: () => draw("rect", { x: 1, y: 1, width: 30, height: 10, class: "spread" }),
  censored: () => upright(16, 1, 11, "censored"),
  followed: () => level(1, 31, 6, "followed"),
  unsure: () => level(1, 31, 6, "unsure"),
  beyond: () => beyond(11, 6),
  left: () => draw("circle", { cx: 16, cy: 6, r: 3, class: "left" }),
  horizon: () => upright(16, 0, 12, "today"),
};

function signs(list) {
  if (!list?.length) return null;
  return make("ul", "key", ...list.map((item) => make("li", "",
    draw("svg", { width: 32, height: 12, class: "sign-of", "aria-hidden": "true" }, SIGNS[item.sign]()), item.label)));
}

function level(x1, x2, y, className) {
  return draw("line", { x1, x2, y1: y, y2: y, class: className });
}

function upright(x, y1, y2, className) {
  return draw("line", { x1: x, x2: x, y1, y2, class: className });
}

function words(text, x, y, anchor) {
  const node = draw("text", { x, y, "text-anchor": anchor });
  node.textContent = text;
  return node;
}
