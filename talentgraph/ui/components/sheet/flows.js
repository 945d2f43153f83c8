// The blocks of the page Flows, named as their types in Python.

import { make } from "../shared/dom.js";
import { curve, stays } from "./curve.js";
import { funnel } from "./funnel.js";
import { matrix } from "./matrix.js";
import { actions, chip, runs, section } from "./parts.js";

// A figure of more characters is a sentence.
const SHORT = 24, isLong = (said) => said.length > SHORT;

export const FLOWS = {
  matrix,
  curve,
  stays,
  funnel,
  // Figures that sources state beside what the ledger gives.
  beside(block, act) {
    const rows = block.rows.map((row) => make("li", "",
      make("div", "label", ...runs(row.name, act), ` ${row.label}`),
      make("dl", "pair", make("div", "", make("dt", "", "Published"), make("dd", "", row.published)),
        make("div", "", make("dt", "", "Here"), ...row.here.map((said) => make("dd", row.here.some(isLong) ? "long" : "", said)))),
      make("p", "muted", row.why),
      make("div", "evidence", ...row.sources.map(chip))));
    return section(block, make("ul", block.wide ? "beside wide" : "beside", ...rows), block.buttons ? actions(block.buttons, act) : null);
  },
  // What names of numbers mean.
  meanings(block) {
    const rows = block.rows.flatMap((row) => [make("dt", "", row.name), make("dd", "", row.text)]);
    return section(block, make("dl", "meanings", ...rows));
  },
};
