// Saving what is seen: SVG as it is written, PNG from it with the texts in the page's own font.

import { save } from "./save.js";
import { countWords, sceneOf } from "./scene.js";
import { compose, svgOf } from "./svg.js";
import { today, wholeDayText } from "./time.js";

const SHARP = 2;

export async function savePicture(picture, kind) {
  const whole = compose(sceneOf(picture.cy, { ...picture, lines: lines(picture), measure: (item) => picture.measure(item) }));
  if (kind === "svg") return save(svgOf(whole), "image/svg+xml", "talent-graph.svg");
  save(await png(whole, picture.theme.font), "image/png", "talent-graph.png");
}

function lines({ data, counts, look }) {
  const { drawn, everyone } = data.count;
  const names = drawn < everyone ? `${drawn - counts.hidden} of ${everyone}` : `${drawn - counts.hidden}`;
  return [`${names} names, ${countWords(counts, look.day)}.`, ...data.credit, `Talent Graph, saved on ${wholeDayText(today())}.`];
}

async function png(whole, font) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgOf(whole, false)], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  const canvas = document.createElement("canvas");
  canvas.width = whole.width * SHARP;
  canvas.height = whole.height * SHARP;
  const pen = canvas.getContext("2d");
  pen.scale(SHARP, SHARP);
  pen.drawImage(image, 0, 0, whole.width, whole.height);
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const text of whole.texts) write(pen, text, font);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

function write(pen, text, font) {
  pen.globalAlpha = text.opacity ?? 1;
  pen.font = text.canvasFont ?? `${text.size}px ${font}`;
  pen.fillStyle = text.fill;
  if (text.halo) {
    pen.lineWidth = 3.5;
    pen.strokeStyle = text.halo;
    pen.strokeText(text.text, text.x, text.y);
  }
  pen.fillText(text.text, text.x, text.y);
}
