// A career on one scale of days: a lane an organisation, a bar a stint, a diamond an offer.
// Solid where sure, hatched where only possible, an arrow where it goes on, fading where the end is not known.

import { draw, make } from "../shared/dom.js";
import { drawnToFit, shortened, widthOf } from "./fit.js";
import { parts, scale } from "./scale.js";

const BAR = 12, WIDE = 560, NAMES = 196, FOOT = 20;
let pictures = 0;

export function lanes(block, act) {
  const picture = drawnToFit("lanes", (width) => career(block, width, act));
  return make("div", "", picture, block.key?.length ? key(block.key) : null, block.day ? make("p", "muted", block.day) : null);
}

function career(block, width, act) {
  const wide = width >= WIDE;
  const left = wide ? NAMES : 1, right = width - 12, row = wide ? 52 : 44, hatch = `hatch-${pictures += 1}`;
  const height = block.rows.length * row + FOOT;
  const at = scale(block.first, block.last, left, right);
  const svg = draw("svg", { width, height, role: "group", "aria-label": block.title }, patterns(hatch));
  const base = height - FOOT;
  for (const year of block.years) svg.append(line(at(year.day), 0, base, "grid"));
  if (wide) for (let each = 1; each <= block.rows.length; each += 1) svg.append(draw("line", { x1: left, x2: right, y1: each * row, y2: each * row, class: "grid" }));
  svg.append(...years(block.years, at, left, right, height - 4));
  if (block.today !== null) svg.append(line(at(block.today), 0, base, "today"));
  block.rows.forEach((lane, index) => svg.append(...laneOf(lane, { y: index * row, row, wide, left, right, width, at, hatch, act })));
  return svg;
}

function years(list, at, left, right, y) {
  let free = -Infinity;
  return list.flatMap((year) => {
    const x = Math.min(Math.max(at(year.day), left + 13), right - 4);
    if (x - 16 < free) return [];
    free = x + 20;
    return [words(year.label, x, y, "tick", "middle")];
  });
}

function laneOf(lane, room) {
  const { y, row, wide, at, act } = room;
  const top = y + (wide ? 22 : 24);
  const ends = lane.bars.map((bar) => barOf(bar, lane.shape, top, room));
  const marks = lane.marks.map((mark) => diamond(mark, at(mark.day), top + BAR / 2, act));
  return [...(wide ? besides(lane, y, row) : above(lane, y, room)), ...ends, ...marks, ...(wide ? notes(lane, y, room) : [])];
}

// Wide: the name stands left of its lane.
function besides(lane, y, row) {
  const name = words(shortened(lane.name, NAMES - 16, 13, 600), NAMES - 14, y + (lane.note ? row / 2 : row / 2 + 5), "lane-name", "end");
  return lane.note ? [name, words(shortened(lane.note, NAMES - 16, 12), NAMES - 14, y + row / 2 + 15, "role", "end")] : [name];
}

// Narrow: the name stands above its bars, where there is room for it.
function above(lane, y, { at, left, right }) {
  const starts = [...lane.bars.map((bar) => at(bar.start_lo)), ...lane.marks.map((mark) => at(mark.day))];
  const name = shortened(lane.name, right - left, 13, 600);
  const note = shortened(lane.note, right - left - widthOf(name, 13, 600) - 8, 12);
  const length = widthOf(name, 13, 600) + (note ? 8 + widthOf(note, 12) : 0);
  const x = Math.max(left, Math.min(Math.min(...starts, right), right - length));
  return [words(name, x, y + 17, "lane-name", "start"), words(note, x + widthOf(name, 13, 600) + 8, y + 17, "role", "start")];
}

// Wide: what is to be said of a bar stands above it, or below where it would touch another.
function notes(lane, y, { at, left, right }) {
  const free = { above: -Infinity, below: -Infinity };
  return lane.bars.filter((bar) => bar.words).flatMap((bar) => {
    const text = shortened(bar.words, right - left, 11), length = widthOf(text, 11);
    const x = Math.max(left, Math.min(said(bar, at, length), right - length));
    const side = ["above", "below"].find((each) => x >= free[each]);
    if (!side) return [];
    free[side] = x + length + 10;
    return [words(text, x, y + (side === "above" ? 16 : 46), "tick", "start")];
  });
}

// Words begin with the bar; where most of it is merely possible they end with what is sure.
function said(bar, at, length) {
  const start = at(bar.start_lo), sure = at(bar.start_hi), end = Math.max(at(bar.end_lo), sure);
  return sure - start > length && sure - start > 2 * (end - sure) ? end - length : start;
}

function barOf(bar, shape, top, { at, hatch, act }) {
  const group = pressable(bar, `lane ${shape}${bar.chosen ? " chosen" : ""}`, act);
  const drawn = parts(bar, at);
  for (const [style, from, to] of drawn) {
    const fill = { maybe: `url(#${hatch})`, fading: `url(#${hatch}-${shape})` }[style];
    group.append(draw("rect", { x: from, y: top, width: to - from, height: BAR, class: style, ...(fill ? { fill } : {}) }));
  }
  const end = drawn.length ? drawn[drawn.length - 1][2] : at(bar.start_hi);
  if (bar.ends === "open") group.append(draw("path", { d: `M${end} ${top}l6 ${BAR / 2}l-6 ${BAR / 2}z`, class: "sure" }));
  const start = drawn.length ? drawn[0][1] : at(bar.start_lo);
  group.prepend(draw("rect", { x: start - 2, y: top - 4, width: Math.max(end - start + 8, 16), height: BAR + 8, class: "reach" }));
  return group;
}

// An offer: a cross inside where it was declined, full where it was accepted.
function diamond(mark, x, y, act) {
  const group = pressable(mark, `mark ${mark.outcome}`, act);
  group.append(...diamondAt(x, y, mark.outcome));
  return group;
}

function diamondAt(x, y, outcome) {
  const shape = draw("path", { d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z` });
  return outcome === "declined" ? [shape, draw("path", { d: `M${x - 3} ${y - 3}l6 6m0 -6l-6 6`, class: "cross" })] : [shape];
}

function pressable(item, className, act) {
  const group = draw("g", { class: className, role: "button", tabindex: 0, "aria-label": item.sentence });
  const title = draw("title", {});
  title.textContent = item.sentence;
  group.append(title);
  const press = () => act(item.open ? "open" : "act", item.open ?? item.action);
  group.onclick = press;
  group.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  };
  return group;
}

function patterns(hatch) {
  const lines = draw("pattern", { id: hatch, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    draw("line", { x1: 0, y1: 0, x2: 0, y2: 5, class: "hatch" }));
  const fades = ["company", "lab", "school", "group"].map((shape) =>
    draw("linearGradient", { id: `${hatch}-${shape}`, class: `lane ${shape}` },
      draw("stop", { offset: 0, class: "from" }), draw("stop", { offset: 1, class: "to" })));
  return draw("defs", {}, lines, ...fades);
}

const SAMPLES = {
  sure: () => [draw("rect", { x: 0, y: 2, width: 32, height: 8, class: "sure" })],
  maybe: (hatch) => [draw("rect", { x: 0, y: 2, width: 14, height: 8, class: "sure" }),
    draw("rect", { x: 14, y: 2, width: 18, height: 8, class: "maybe", fill: `url(#${hatch})` })],
  fading: (hatch) => [draw("rect", { x: 0, y: 2, width: 10, height: 8, class: "sure" }),
    draw("rect", { x: 10, y: 2, width: 22, height: 8, class: "fading", fill: `url(#${hatch}-company)` })],
  open: () => [draw("rect", { x: 0, y: 2, width: 26, height: 8, class: "sure" }), draw("path", { d: "M26 2l5 4l-5 4z", class: "sure" })],
  declined: () => diamondAt(16, 8, "declined"),
  accepted: () => diamondAt(16, 8, "accepted"),
  other: () => diamondAt(16, 8, "other"),
};

// The legend: only what occurs in the picture.
function key(items) {
  const list = make("ul", "key");
  for (const item of items) {
    const hatch = `hatch-${pictures += 1}`;
    const mark = ["declined", "accepted", "other"].includes(item.sample);
    const svg = draw("svg", { width: 33, height: mark ? 16 : 12, "aria-hidden": "true", class: mark ? `mark ${item.sample}` : "lane company" },
      patterns(hatch), ...SAMPLES[item.sample](hatch));
    list.append(make("li", "", svg, item.label));
  }
  return list;
}

function line(x, y1, y2, className) {
  return draw("line", { x1: x, x2: x, y1, y2, class: className });
}

function words(text, x, y, className, anchor) {
  const node = draw("text", { x, y, class: className, "text-anchor": anchor });
  node.textContent = text;
  return node;
}
