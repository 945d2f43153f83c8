// Amounts on one true scale, one dot a source; filled where confirmed.

import { draw } from "../shared/dom.js";
import { fitting, scale, stacked } from "./scale.js";
import { drawnToFit, widthOf } from "./fit.js";

const RADIUS = 4.5, STEP = 10;

export function dots(block) {
  return drawnToFit("dots", (width) => strip(block, Math.min(width, 560)));
}

function strip(block, width) {
  const at = scale(block.low, block.high, 24, width - 24);
  const places = block.dots.map((dot) => at(dot.value));
  const levels = stacked(places, 2 * RADIUS);
  const base = 8 + Math.max(...levels) * STEP + RADIUS;
  const svg = draw("svg", { width, height: base + 26, role: "img", "aria-label": block.label });
  svg.append(draw("line", { x1: 4, y1: base, x2: width - 4, y2: base, class: "axis" }));
  block.dots.forEach((dot, index) => svg.append(draw("circle",
    { cx: places[index], cy: base - levels[index] * STEP, r: RADIUS, class: dot.confirmed ? "full" : "" })));
  for (const tick of block.ticks) svg.append(draw("line", { x1: at(tick.value), x2: at(tick.value), y1: base + 5, y2: base + 8, class: "axis" }));
  const labels = block.ticks.map((tick) => [at(tick.value), widthOf(tick.label, 11)]);
  for (const [index, x] of fitting(labels, 0, width)) {
    const text = draw("text", { x, y: base + 20 });
    text.textContent = block.ticks[index].label;
    svg.append(text);
  }
  return svg;
}
