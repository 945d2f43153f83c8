// The colours of the picture, read from the theme: no colour of a kind is written twice.

import { isLight } from "../shared/dom.js";

const KINDS = { person: "blue", company: "gray", lab: "green", deal: "orange", model: "violet", school: "yellow", group: "gray" };

export function readTheme(host) {
  const style = getComputedStyle(host);
  const colour = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const light = isLight(host);
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, name]) => [kind, colour(`${name}-color`)]));
  const palette = colour("chart-categorical-colors").split(",").map((each) => each.trim());
  return {
    light,
    kinds,
    employers: palette.slice(0, 6),
    other: palette[6],
    paper: colour("background-color"),
    canvas: light ? "#FFFFFF" : "#191C21",
    line: light ? "#8A9098" : "#6B727D",
    ink: colour("text-color"),
    muted: colour("gray-text-color"),
    hair: colour("border-color"),
    accent: colour("primary-color"),
    red: colour("red-color"),
    redInk: colour("red-text-color"),
    dealInk: colour("orange-text-color"),
    font: colour("font") || "system-ui, sans-serif",
  };
}

// By kind; or by employer on the day, where whoever has none is grey as every other employer is.
export function fillOf(node, colouring, employer, theme) {
  if (colouring === "kind") return theme.kinds[node.shape];
  return employer === null ? theme.other : theme.employers[employer] ?? theme.other;
}
