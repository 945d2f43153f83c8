// A sheet: a list of typed blocks. Names and actions that are pressed go to Python as triggers.

import { isLight } from "../shared/dom.js";
import { joinEntries } from "../shared/history.js";
import { joinPopovers } from "../shared/popovers.js";
import { BLOCKS } from "./blocks.js";
import { DATA } from "./data.js";
import { fitAll } from "./fit.js";
import { FLOWS } from "./flows.js";

const DRAWN = { ...BLOCKS, ...DATA, ...FLOWS };
const PRESSABLE = "button, a[href], [tabindex]";

joinEntries(window);
joinPopovers(document);

export default function ({ data: [sheet], parentElement, setTriggerValue }) {
  const act = (name, value) => setTriggerValue(name, value);
  const root = parentElement.querySelector(".sheet");
  root.classList.toggle("light", isLight(parentElement.host ?? parentElement));
  for (const look of ["panel", "page", "notices"]) root.classList.toggle(look, sheet.look === look);
  const moved = root.dataset.of !== sheet.of, again = root.dataset.of !== undefined;
  root.dataset.of = sheet.of ?? "";
  const focused = held(root);
  root.replaceChildren(...sheet.blocks.map((block) => DRAWN[block.type](block, act)));
  fitAll(root);
  focused?.(root);
  if (moved) root.scrollTop = 0;
  if (moved && again && sheet.blocks[0]?.reveal) reveal(root);
}

// What was opened elsewhere and lies below the window, as on a phone, is brought into it.
function reveal(root) {
  if (root.getBoundingClientRect().top > 0.75 * innerHeight) root.scrollIntoView();
}

// What puts the focus back where it was: on the same place, else on what is called the same.
function held(root) {
  const active = root.getRootNode().activeElement;
  if (!active || !root.contains(active)) return null;
  const called = (node) => node.getAttribute("aria-label") ?? node.textContent;
  const place = [...root.querySelectorAll(PRESSABLE)].indexOf(active), name = called(active);
  return (drawn) => {
    const all = [...drawn.querySelectorAll(PRESSABLE)];
    const same = all[place] && called(all[place]) === name ? all[place] : all.find((node) => called(node) === name);
    same?.focus({ preventScroll: true });
  };
}
