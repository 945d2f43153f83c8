// Plane geometry of the picture, without Cytoscape.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const CONE = Math.PI / 3;

export function isArrow(key) {
  return key in WAYS;
}

// The one of `others` that lies in the direction of the key, linked ones first: near and straight ahead. Or null.
export function nextInDirection(from, others, key) {
  const [right, down] = WAYS[key];
  let best = null;
  for (const other of others) {
    const x = other.x - from.x, y = other.y - from.y, distance = Math.hypot(x, y);
    if (!distance) continue;
    const angle = Math.acos((x * right + y * down) / distance);
    if (angle > CONE) continue;
    const cost = distance * (1 + 2 * angle * angle);
    if (!best || (other.linked && !best.linked) || (other.linked === best.linked && cost < best.cost)) {
      best = { ...other, cost };
    }
  }
  return best?.id ?? null;
}

export function touch(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function inside(box, width, height, margin) {
  return box.left > margin && box.right < width - margin && box.top > margin && box.bottom < height - margin;
}

// How far to move the view so that a point keeps `margin` from the edges; [0, 0] where it does already.
export function nudge(point, width, height, margin) {
  const way = (at, size) => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
  return [way(point.x, width), way(point.y, height)];
}

// The corners of a shape by its name, centred on 0, 0: what is not a circle or a rounded rectangle.
const CORNERS = {
  lab: [[-0.5, 0], [-0.25, -0.433], [0.25, -0.433], [0.5, 0], [0.25, 0.433], [-0.25, 0.433]],
  deal: [[0, -0.5], [0.5, 0], [0, 0.5], [-0.5, 0]],
  model: [[0, -0.5], [0.5, 0.5], [-0.5, 0.5]],
  school: [[0, -0.5], [0.5, -0.11], [0.31, 0.5], [-0.31, 0.5], [-0.5, -0.11]],
};

export function cornersOf(shape, x, y, width, height) {
  return (CORNERS[shape] ?? []).map(([right, down]) => [x + right * width, y + down * height]);
}
