// The colours of the picture, read from the theme: no colour of a kind is written twice.

import { isLight } from "../shared/dom.js";

const KINDS = { person: "blue", company: "gray", lab: "green", deal: "orange", model: "violet", school: "yellow", group: "gray" };

export function readTheme(host) {
  const style = getComputedStyle(host);
  const colour = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const light = isLight(host);
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, name]) => [kind, colour(`${name}-color`)]));
  return {
    light,
    kinds,
    canvas: light ? "#FFFFFF" : "#191C21",
    line: light ? "#8A9098" : "#6B727D",
    ink: colour("text-color"),
    muted: colour("gray-text-color"),
    accent: colour("primary-color"),
    red: colour("red-color"),
    font: colour("font") || "system-ui, sans-serif",
  };
}
