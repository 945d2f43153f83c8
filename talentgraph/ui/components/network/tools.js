// The tools in the corner of the picture.

import { button, draw, make } from "../shared/dom.js";

const SIGNS = {
  in: "M10 4v12M4 10h12",
  out: "M4 10h12",
  fit: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  undo: "M8 5 4 9l4 4M4.5 9H12a4 4 0 0 1 0 8h-2",
  redo: "M12 5l4 4-4 4M15.500 9H8a4 4 0 0 0 0 8h2",
  save: "M10 3v10M6 9.500 10 13.500l4-4M4 16.500h12",
};

function tool(sign, label, press) {
  const made = button("", press);
  made.append(draw("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, draw("path", { d: SIGNS[sign] })));
  made.title = label;
  made.setAttribute("aria-label", label);
  return made;
}

export class Tools {
  constructor(picture) {
    this.undo = tool("undo", "Undo", () => picture.tell("act", { do: "undo" }));
    this.redo = tool("redo", "Redo", () => picture.tell("act", { do: "redo" }));
    this.save = tool("save", "Save picture", () => picture.offerPictures(this.save));
    this.element = make("div", "tools",
      tool("in", "Zoom in", () => picture.camera.zoom(1.3)),
      tool("out", "Zoom out", () => picture.camera.zoom(1 / 1.3)),
      tool("fit", "Fit", () => picture.camera.fit()), this.undo, this.redo, this.save);
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", "Picture");
  }

  update(data) {
    this.undo.disabled = !data.undo;
    this.redo.disabled = !data.redo;
  }
}
