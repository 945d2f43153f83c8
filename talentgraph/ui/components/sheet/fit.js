// Pictures are drawn in real pixels and drawn again when their room changes, so that text keeps its size.

import { make } from "../shared/dom.js";

let pen;
const fits = new WeakMap();

// The width of a text in pixels, for leaving out what would touch.
export function widthOf(text, size, weight = 400) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px "Inter Variable", "Segoe UI", system-ui, sans-serif`;
  return pen.measureText(text).width;
}

// The text, shortened until it fits.
export function shortened(text, room, size, weight) {
  if (widthOf(text, size, weight) <= room) return text;
  let kept = text;
  while (kept && widthOf(`${kept}…`, size, weight) > room) kept = kept.slice(0, -1);
  return kept.trim() ? `${kept.trimEnd()}…` : "";
}

// Calls `shape` with the width of the box as soon as it stands in a page, and when the width changes.
export function fitted(box, shape) {
  let known = 0;
  const fit = () => {
    const width = Math.floor(box.clientWidth);
    if (!width || width === known) return;
    known = width;
    shape(width);
  };
  box.classList.add("fitted");
  fits.set(box, fit);
  new ResizeObserver(fit).observe(box);
  return box;
}

export function drawnToFit(className, paint) {
  const box = make("div", className);
  return fitted(box, (width) => box.replaceChildren(paint(width)));
}

// Fit all such boxes now, so that nothing jumps a moment later.
export function fitAll(root) {
  for (const box of root.querySelectorAll(".fitted")) fits.get(box)?.();
}
