// Labels on a canvas of their own above the network: constant size, a halo, and never one over another.

const PLACES = [[1, 0], [0, 1], [-1, 0], [0, -1]];
const BIG = new Set(["company", "lab"]);

// `covered` are the boxes that the count and the tools cover.
export function drawLabels(canvas, cy, theme, covered) {
  const ratio = window.devicePixelRatio || 1;
  const width = cy.width(), height = cy.height();
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const nodes = cy.nodes().toArray();
  const taken = nodes.map(boxOfNode).filter((box) => box.right > 0 && box.left < width && box.bottom > 0 && box.top < height);
  taken.unshift(...covered);
  const standing = taken.length;
  for (const node of nodes.sort(byRank)) {
    pen.font = fontOf(node, theme);
    const size = { width: pen.measureText(node.data("label")).width, height: 14 };
    const must = node.hasClass("chosen") || node.hasClass("hover");
    const place = findPlace(node, size, must ? [...covered, ...taken.slice(standing)] : taken, width, height);
    if (!place) continue;
    taken.push(place);
    write(pen, node, place, theme);
  }
}

function boxOfNode(node) {
  const at = node.renderedPosition(), across = node.renderedWidth() / 2 + 1, up = node.renderedHeight() / 2 + 1;
  return { left: at.x - across, right: at.x + across, top: at.y - up, bottom: at.y + up };
}

function fontOf(node, theme) {
  const big = BIG.has(node.data("shape")) || node.hasClass("chosen");
  return `${big ? "600 12.5px" : "11.5px"} ${theme.font}`;
}

function rank(node) {
  if (node.hasClass("chosen")) return 0;
  if (node.hasClass("hover")) return 1;
  if (node.hasClass("near")) return 2;
  return { company: 3, lab: 3, deal: 4 }[node.data("shape")] ?? 5;
}

function byRank(one, other) {
  return rank(one) - rank(other) || other.data("links") - one.data("links") || (one.id() < other.id() ? -1 : 1);
}

// The first of four places that touches no label and, unless the label must be drawn, no node.
function findPlace(node, size, taken, width, height) {
  const at = node.renderedPosition();
  const across = node.renderedWidth() / 2 + 4, up = node.renderedHeight() / 2 + 3;
  const places = BIG.has(node.data("shape")) ? [PLACES[1], PLACES[0], PLACES[2], PLACES[3]] : PLACES;
  for (const [right, down] of places) {
    const middle = at.x + right * (across + size.width / 2), centre = at.y + down * (up + size.height / 2);
    const box = { left: middle - size.width / 2 - 2, right: middle + size.width / 2 + 2, top: centre - 7, bottom: centre + 7 };
    const inside = box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2;
    if (inside && !taken.some((other) => touch(box, other))) return box;
  }
  return null;
}

function touch(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function write(pen, node, box, theme) {
  pen.globalAlpha = node.hasClass("apart") ? 0.45 : node.hasClass("dim") ? 0.65 : 1;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = theme.canvas;
  pen.fillStyle = theme.ink;
  pen.strokeText(node.data("label"), box.left + 2, (box.top + box.bottom) / 2);
  pen.fillText(node.data("label"), box.left + 2, (box.top + box.bottom) / 2);
}
