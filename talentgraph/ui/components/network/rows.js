// Rows of the tables: sorting, and the file they make.

// As graph/exports/cells.py guards its cells: blanks that spreadsheets skip, then what makes a formula.
const BLANK = "[\\s\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufeff]*";
const LEAD = "[=+\\-@\\t\\r\\n\\u207a-\\u207c\\u208a-\\u208c\\u2212\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20]";
const LIVE = new RegExp(`(^|;)(?='*${BLANK}${LEAD})`, "g");

export function guard(text) {
  return text.replace(LIVE, "$1'");
}

// By a column, numbers as numbers, texts as people read them; equal rows by their first cells, then by id.
export function sorted(rows, column, way) {
  const compare = (one, other) => (typeof one === "number" ? one - other : one.localeCompare(other));
  return [...rows].sort((one, other) => way * compare(one.cells[column], other.cells[column])
    || compare(one.cells[0], other.cells[0]) || (one.id < other.id ? -1 : 1));
}

// RFC 4180, with a mark of its encoding for spreadsheets.
export function csv(heads, rows) {
  const cell = (value) => {
    const text = typeof value === "number" ? String(value) : guard(value);
    return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[heads, ...rows.map((row) => row.cells)].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}
