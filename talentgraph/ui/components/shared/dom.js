// Drawing with DOM calls only: text from data enters as text content, never as HTML.

const SVG = "http://www.w3.org/2000/svg";
export const LINES = {
  confirmed: { width: 2.4 },
  reported: { width: 1.2 },
  rumoured: { width: 1.6, dash: "0.1 4", cap: "round" },
  disputed: { width: 1.7, dash: "5 3", red: true },
  denied: { width: 1.7, dash: "5 3", red: true, cross: true },
  planned: { width: 1.4, dash: "9 4" },
  retracted: { width: 1.2, dash: "1 2" },
};

export function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function draw(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const SHAPES = {
  person: ["circle", { cx: 5, cy: 5, r: 4 }],
  company: ["rect", { x: 0.5, y: 1.8, width: 9, height: 6.4, rx: 1.6 }],
  lab: ["polygon", { points: "5,0.6 8.9,2.8 8.9,7.2 5,9.4 1.1,7.2 1.1,2.8" }],
  deal: ["polygon", { points: "5,0.4 9.6,5 5,9.6 0.4,5" }],
  model: ["polygon", { points: "5,0.8 9.4,9 0.6,9" }],
  school: ["polygon", { points: "5,0.4 9.6,3.8 7.8,9.2 2.2,9.2 0.4,3.8" }],
  group: ["rect", { x: 1, y: 2, width: 8, height: 6, rx: 1.4 }],
};

export function shape(kind) {
  const [tag, attributes] = SHAPES[kind] ?? SHAPES.company;
  const svg = draw("svg", { viewBox: "0 0 10 10", class: `shape ${kind}`, "aria-hidden": "true" });
  svg.append(draw(tag, attributes));
  return svg;
}

export function line(status) {
  const style = LINES[status] ?? LINES.reported;
  const svg = draw("svg", { viewBox: "0 0 22 8", class: `line${style.red ? " red" : ""}`, "aria-hidden": "true" });
  const stroke = { x1: 0, y1: 4, x2: 22, y2: 4, "stroke-width": style.width };
  if (style.dash) stroke["stroke-dasharray"] = style.dash;
  if (style.cap) stroke["stroke-linecap"] = style.cap;
  svg.append(draw("line", stroke));
  if (style.cross) svg.append(draw("path", { d: "M8.5 1.5 L13.5 6.5 M13.5 1.5 L8.5 6.5", "stroke-width": 1.4 }));
  return svg;
}

// Light or dark by the brightness of the page, as Streamlit hands it down.
export function isLight(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return !(0.2126 * red + 0.7152 * green + 0.0722 * blue < 128);
}

export function button(label, press, className = "") {
  const made = make("button", className, label);
  made.type = "button";
  made.onclick = press;
  return made;
}
