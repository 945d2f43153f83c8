// What holds on a day, as graph/assembly/rows.py and graph/store/scope.py have it. Days are numbers; null is any day.

const STRONGEST_FIRST = ["certain", "likely", "possible"];
const FIRST_OF_1970 = 719_163, MILLISECONDS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Half-open days. `dated` is "always" or "never" for a link that has no days of its own.
function spanOf(edge, certainty) {
  const [startLo, startHi, endLo, endHi, likelyUntil] = edge.spans;
  return { certain: [startHi, endLo], likely: [startHi, likelyUntil], possible: [startLo, endHi] }[certainty];
}

function holds(edge, day, certainty) {
  const [from, until] = spanOf(edge, certainty);
  return from <= day && day < until;
}

// certain, likely or possible where it holds at least as surely as `weakest`; else ended, absent (not yet) or undated.
export function stateOn(edge, day, weakest) {
  if (day === null) return "";
  if (edge.dated === "always") return "certain";
  if (edge.dated === "never") return "undated";
  if (holds(edge, day, weakest)) return STRONGEST_FIRST.find((certainty) => holds(edge, day, certainty));
  const [from, until] = spanOf(edge, weakest);
  const last = from < until ? until : edge.spans[3];
  return day >= last ? "ended" : "absent";
}

// Whether it counts as true: what is merely possible is drawn, in dots, and never counted.
export function isTrue(state) {
  return state === "" || state === "certain" || state === "likely";
}

// The rank of the employer on a day, or null: the job that began last, of those that hold.
export function employerOn(jobs, day) {
  const held = (jobs ?? []).filter(([, from, until]) => from <= day && day < until);
  return held.length ? held.reduce((one, other) => (other[1] >= one[1] ? other : one))[0] : null;
}

function dateOf(day) {
  return new Date((day - FIRST_OF_1970) * MILLISECONDS);
}

// "Oct 2025" for the last day of a month, "12 Oct 2025" for another.
export function dayText(day) {
  return dateOf(day + 1).getUTCDate() === 1 ? monthText(day) : wholeDayText(day);
}

// "31 Oct 2025" for that day, too.
export function wholeDayText(day) {
  return `${dateOf(day).getUTCDate()} ${monthText(day)}`;
}

function monthText(day) {
  const date = dateOf(day);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function today() {
  return Math.floor(Date.now() / MILLISECONDS) + FIRST_OF_1970;
}

export function isoDay(day) {
  return dateOf(day).toISOString().slice(0, 10);
}
