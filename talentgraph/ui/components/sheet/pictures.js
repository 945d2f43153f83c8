// The small pictures of a sheet: amounts as dots on one scale, a career as lanes.

import { draw } from "../shared/dom.js";

// Amounts on one true scale, one dot a source; filled where confirmed.
export function dots(block) {
  const span = block.high - block.low || 1;
  const at = (value) => 16 + ((value - block.low) / span) * 308;
  const svg = draw("svg", { viewBox: "0 0 340 40", class: "dots", role: "img", "aria-label": block.label });
  svg.append(draw("line", { x1: 4, y1: 22, x2: 336, y2: 22, class: "axis" }));
  const seen = new Map();
  for (const dot of block.dots) {
    const level = seen.get(dot.value) ?? 0;
    seen.set(dot.value, level + 1);
    svg.append(draw("circle", { cx: at(dot.value), cy: 22 - level * 9, r: 4, class: dot.confirmed ? "full" : "" }));
  }
  let right = -Infinity;
  for (const tick of block.ticks) {
    if (at(tick.value) - right < 46) continue;
    right = at(tick.value);
    const anchor = at(tick.value) < 40 ? "start" : at(tick.value) > 300 ? "end" : "middle";
    const text = draw("text", { x: { start: 0, middle: at(tick.value), end: 340 }[anchor], y: 38, "text-anchor": anchor });
    text.textContent = tick.label;
    svg.append(text);
  }
  return svg;
}

// Days are numbers on one scale. Solid where sure, hatched where only possible, fading where the end is unknown.
export function lanes(block, act) {
  const width = 352, row = 34, top = 4, height = top + block.rows.length * row + 18;
  const at = (day) => ((Math.min(Math.max(day, block.first), block.last) - block.first) / (block.last - block.first)) * width;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, class: "lanes", role: "list", "aria-label": block.title });
  svg.append(patterns());
  for (const year of block.years) {
    svg.append(draw("line", { x1: at(year.day), x2: at(year.day), y1: top, y2: height - 16, class: "grid" }));
    const x = Math.min(Math.max(at(year.day), 13), width - 13);
    const label = draw("text", { x, y: height - 4, class: "tick", "text-anchor": "middle" });
    label.textContent = year.label;
    svg.append(label);
  }
  block.rows.forEach((lane, index) => svg.append(laneOf(lane, top + index * row, at, width, act)));
  if (block.today !== null) {
    svg.append(draw("line", { x1: at(block.today), x2: at(block.today), y1: top, y2: height - 16, class: "today" }));
  }
  return svg;
}

function patterns() {
  const hatch = draw("pattern", { id: "hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  hatch.append(draw("line", { x1: 0, y1: 0, x2: 0, y2: 4, class: "hatch" }));
  const fades = ["company", "lab", "school"].map((kind) =>
    draw("linearGradient", { id: `fade-${kind}`, class: `lane ${kind}` },
      draw("stop", { offset: 0, class: "from" }), draw("stop", { offset: 1, class: "to" })));
  return draw("defs", {}, hatch, ...fades);
}

function laneOf(lane, y, at, width, act) {
  const group = draw("g", { class: `lane ${lane.shape}`, role: "listitem", tabindex: 0, "aria-label": lane.sentence });
  const bar = (from, to, style) => {
    if (to - from > 0) group.append(draw("rect", { x: from, y: y + 16, width: Math.max(to - from, 2), height: 8, class: style }));
  };
  const from = at(lane.start_lo), sure = at(lane.start_hi), to = Math.max(at(lane.end_lo), sure + 2);
  if (lane.dated) {
    bar(from, sure, "maybe");
    bar(sure, to, "sure");
    if (lane.ends === "known") bar(to, at(lane.end_hi), "maybe");
    else bar(to, Math.min(to + 46, width), `fading ${lane.shape}`);
  }
  const late = lane.dated && from > width * 0.5;
  const label = draw("text", { x: late ? Math.min(to + 20, width) : lane.dated ? from : 0, y: y + 11,
    class: "lane-name", "text-anchor": late ? "end" : "start" });
  const role = draw("tspan", { class: "role", dx: 5 });
  role.textContent = lane.note;
  label.append(lane.name, role);
  group.append(label);
  group.onclick = () => act("open", lane.id);
  group.onkeydown = (event) => { if (event.key === "Enter") act("open", lane.id); };
  return group;
}
