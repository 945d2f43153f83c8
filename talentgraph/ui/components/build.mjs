// Builds both components into ../../assets, or the folder given: each file with a hash of its content in its name.
// Older builds in that folder are removed.

import { build } from "esbuild";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const assets = process.argv[2] ? resolve(process.argv[2]) : resolve(here, "../../assets");
const common = {
  absWorkingDir: here,
  outdir: assets,
  entryNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "inline",
};

// The notice of Cytoscape is no comment that a bundler keeps by itself, and its licence asks that it stays.
function notice(name) {
  const { version } = JSON.parse(readFileSync(resolve(here, `node_modules/${name}/package.json`)));
  const licence = readFileSync(resolve(here, `node_modules/${name}/LICENSE`), "utf8").trim();
  return `/*! Holds ${name} ${version}.\n${licence} */`;
}

for (const file of readdirSync(assets)) {
  if (/^(network|sheet)-/.test(file)) rmSync(resolve(assets, file));
}
await build({ ...common, entryPoints: { network: "network/index.js" }, banner: { js: notice("cytoscape") } });
await build({
  ...common,
  entryPoints: { "network-style": "network/network.css", sheet: "sheet/index.js", "sheet-style": "sheet/sheet.css" },
});
