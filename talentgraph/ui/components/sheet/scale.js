// The arithmetic of the small pictures, without a page, so that it can be tested alone.

// A linear scale from a range of values to a range of pixels; what lies outside is put at its ends.
export function scale(low, high, from, to) {
  const span = high - low || 1;
  return (value) => from + ((Math.min(Math.max(value, low), high) - low) / span) * (to - from);
}

// Which of the labels fit on one line: `labels` are [middle, width] in order; none may touch another or the ends.
export function fitting(labels, left, right, gap = 8) {
  const kept = [];
  let free = left;
  labels.forEach(([middle, width], index) => {
    const start = Math.min(Math.max(middle - width / 2, left), right - width);
    if (start < free) return;
    kept.push([index, start]);
    free = start + width + gap;
  });
  return kept;
}

// Dots on one line: equal or nearly equal values are stacked. Gives a level for each, the lowest first.
export function stacked(places, apart) {
  const levels = [];
  places.forEach((place, index) => {
    const near = levels.filter((_, other) => Math.abs(places[other] - place) < apart);
    let level = 0;
    while (near.includes(level)) level += 1;
    levels[index] = level;
  });
  return levels;
}

// The parts of a bar in pixels, as [style, from, to]: hatched, solid, hatched or fading. Never thinner than can be seen.
export function parts(bar, at) {
  const from = at(bar.start_lo), sure = at(bar.start_hi);
  if (bar.ends === "over") return [["maybe", from, sure]];
  const until = Math.max(bar.ends === "open" ? at(bar.until) : at(bar.end_lo), sure + 3);
  const drawn = [["maybe", from, sure], ["sure", sure, until]];
  if (bar.ends === "known") drawn.push(["maybe", until, Math.max(at(bar.end_hi), until)]);
  if (bar.ends === "unknown") drawn.push(["fading", until, Math.max(at(bar.until), until + (bar.bounded ? 6 : 28))]);
  return drawn.filter(([, start, end]) => end - start >= 1);
}
