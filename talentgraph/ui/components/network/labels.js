// Labels: where they stand, so that none covers another, and how they are written on a canvas.

import { inside, touch } from "./geometry.js";

const HEIGHT = 14, ROW = 32, LONGEST = 38, MAY_COVER_NODES = 4, TAIL = 0.65;
export const RANKS = { chosen: 0, hover: 1, path: 2, near: 3, organisation: 4, deal: 5, other: 6, edge: 7 };
const BESIDE = [[1, 0], [0, 1], [-1, 0], [0, -1]], BELOW_FIRST = [[0, 1], [1, 0], [-1, 0], [0, -1], [0.6, 1], [-0.6, 1], [0.6, -1], [-0.6, -1]];

// Cut in the middle: names of deals that begin alike end with what tells them apart.
export function shorten(text, longest = LONGEST) {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const tail = [...endOf(text, longest * TAIL)];
  return `${letters.slice(0, longest - 1 - tail.length).join("").trimEnd()}…${tail.join("")}`;
}

// As many whole words from the end as there is room for, with the blank before them.
function endOf(text, room) {
  let end = "";
  for (const word of text.split(" ").slice(1).reverse()) {
    if ([...word].length + 1 + [...end].length > room) break;
    end = ` ${word}${end}`;
  }
  return end;
}

// `items`: { id, text, x, y, across, up, rank, big, below, links, centred }, where across and up are half the node's size.
// `covered` are boxes that no label may touch. `measure` gives the width of an item's text.
// Gives the items that found a place, each with its `box`, in the order of their rank.
export function placeLabels(items, covered, width, height, measure) {
  const near = items.filter((item) => item.x > -200 && item.x < width + 200 && item.y > -50 && item.y < height + 50);
  const nodes = new Boxes(near.filter((item) => !item.centred).map(boxOfNode)), labels = new Boxes(covered), placed = [];
  const large = new Boxes(near.filter((item) => item.big).map(boxOfNode));
  for (const item of near.sort(byRank)) {
    const places = boxesOf(item, measure(item)).filter((box) => inside(box, width, height, 2));
    const free = places.filter((box) => !labels.touch(box));
    const anyhow = () => free.find((place) => !large.touch(place)) ?? free[0];
    const box = free.find((place) => !nodes.touch(place)) ?? (item.rank <= MAY_COVER_NODES ? anyhow() : null);
    if (!box) continue;
    labels.add(box);
    placed.push({ ...item, box });
  }
  return placed;
}

// Boxes by the rows of the picture that they reach into, so that few have to be compared.
class Boxes {
  constructor(boxes) {
    this.rows = new Map();
    for (const box of boxes) this.add(box);
  }

  static reach(box) {
    return [Math.floor(box.top / ROW), Math.floor(box.bottom / ROW)];
  }

  add(box) {
    const [first, last] = Boxes.reach(box);
    for (let row = first; row <= last; row += 1) {
      if (!this.rows.has(row)) this.rows.set(row, []);
      this.rows.get(row).push(box);
    }
  }

  touch(box) {
    const [first, last] = Boxes.reach(box);
    for (let row = first; row <= last; row += 1) if (this.rows.get(row)?.some((other) => touch(box, other))) return true;
    return false;
  }
}

function byRank(one, other) {
  return one.rank - other.rank || other.links - one.links || (one.id < other.id ? -1 : 1);
}

function boxOfNode(item) {
  return { left: item.x - item.across - 1, right: item.x + item.across + 1, top: item.y - item.up - 1, bottom: item.y + item.up + 1 };
}

function boxesOf(item, width) {
  const half = width / 2 + 2;
  if (item.centred) return [boxAt(item.x, item.y, half)];
  return (item.below ? BELOW_FIRST : BESIDE).map(([right, down]) =>
    boxAt(item.x + right * (item.across + 4 + width / 2), item.y + down * (item.up + 3 + HEIGHT / 2), half));
}

function boxAt(x, y, half) {
  return { left: x - half, right: x + half, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
}

export function fontOf(item, theme) {
  return `${item.slanted ? "italic " : ""}${item.big ? "600 12.5px" : item.centred ? "11px" : "11.5px"} ${theme.font}`;
}

export function inkOf(item, theme) {
  return item.red ? theme.redInk : item.slanted ? theme.dealInk : item.centred ? theme.muted : theme.ink;
}

export function paintLabels(canvas, placed, theme, width, height) {
  const ratio = window.devicePixelRatio || 1;
  const across = Math.round(width * ratio), down = Math.round(height * ratio);
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = theme.canvas;
  for (const item of placed) {
    pen.globalAlpha = item.opacity;
    pen.font = fontOf(item, theme);
    pen.fillStyle = inkOf(item, theme);
    pen.strokeText(item.text, item.box.left + 2, (item.box.top + item.box.bottom) / 2);
    pen.fillText(item.text, item.box.left + 2, (item.box.top + item.box.bottom) / 2);
  }
}
