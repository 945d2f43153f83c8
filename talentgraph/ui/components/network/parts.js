// The parts of the picture around its canvas, each told what to do with it.

import { make } from "../shared/dom.js";
import { Legend } from "./legend.js";
import { Menu } from "./menu.js";
import { Strip } from "./strip.js";
import { Twin } from "./table.js";
import { isoDay } from "./time.js";
import { Tools } from "./tools.js";

const HELP = "Network. Arrows walk from name to name, Enter opens, Shift and Enter expands, Space selects several, "
  + "plus and minus zoom, 0 fits, Control and Z undoes.";

export function partsOf(picture) {
  const stage = make("div", "stage");
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", HELP);
  stage.tabIndex = 0;
  const canvas = make("canvas", "labels");
  canvas.setAttribute("aria-hidden", "true");
  const count = make("p", "count"), hint = make("p", "hint"), spoken = make("p", "hidden");
  spoken.setAttribute("aria-live", "polite");
  const tools = new Tools(picture);
  const legend = new Legend({ hide: (off) => picture.hideKinds(off), colour: (way) => picture.colour(way) });
  const strip = new Strip({
    show: (day) => picture.showDay(day),
    send: (day) => picture.tell("day", day === null ? "any" : isoDay(day)),
  });
  const frame = make("div", "frame", stage, canvas, count, hint, tools.element, spoken);
  const menu = new Menu(frame, "What to do with this name"), twin = new Twin(picture);
  twin.element.hidden = true;
  return { stage, canvas, count, hint, spoken, tools, legend, strip, frame, menu, twin };
}
