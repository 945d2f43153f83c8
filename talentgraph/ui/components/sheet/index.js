// A sheet: a list of typed blocks. Names and actions that are pressed go to Python as triggers.

import { isLight } from "../shared/dom.js";
import { BLOCKS } from "./blocks.js";

export default function ({ data, parentElement, setTriggerValue }) {
  const act = (name, value) => setTriggerValue(name, value);
  const root = parentElement.querySelector(".sheet");
  const sheet = data ?? { blocks: [] };
  root.classList.toggle("light", isLight(parentElement.host ?? parentElement));
  root.classList.toggle("panel", sheet.look === "panel");
  const moved = root.dataset.of !== sheet.of;
  root.dataset.of = sheet.of ?? "";
  root.replaceChildren(...sheet.blocks.map((block) => BLOCKS[block.type](block, act)));
  if (moved) root.scrollTop = 0;
}
