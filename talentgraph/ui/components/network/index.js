// The network component: select, expand and the day go to Python as triggers.

import { Picture } from "./picture.js";
import { readTheme } from "./theme.js";

const pictures = new WeakMap();

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".network");
  let picture = pictures.get(parentElement);
  if (!picture) {
    picture = new Picture(root, (name, value) => setTriggerValue(name, value));
    pictures.set(parentElement, picture);
  }
  picture.update(data, readTheme(parentElement.host ?? parentElement));
  return () => {
    picture.destroy();
    pictures.delete(parentElement);
  };
}
