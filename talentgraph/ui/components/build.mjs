// Builds both components into ../../assets, each file with a hash of its content in its name, and removes older ones.

import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";

const assets = new URL(process.argv[2] ?? "../../assets", import.meta.url).pathname;
for (const file of readdirSync(assets)) {
  if (/^(network|sheet)-/.test(file)) rmSync(`${assets}/${file}`);
}
await build({
  entryPoints: {
    network: "network/index.js",
    "network-style": "network/network.css",
    sheet: "sheet/index.js",
    "sheet-style": "sheet/sheet.css",
  },
  absWorkingDir: new URL(".", import.meta.url).pathname,
  outdir: assets,
  entryNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "inline",
});
