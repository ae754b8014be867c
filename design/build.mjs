// Builds what pages are dressed in, from pinned packages, into built/ (never committed).
// Usage: node design/build.mjs        Run by script/bootstrap after the packages are in node_modules.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = join(root, "node_modules");
const served = join(root, "built", "static", "design");
const printed = join(root, "built", "fonts");
const webFonts = join(packages, "@fontsource", "atkinson-hyperlegible-next");
const printFonts = join(packages, "@expo-google-fonts", "atkinson-hyperlegible-next");
const govuk = join(packages, "govuk-frontend", "dist", "govuk");
const moj = join(packages, "@ministryofjustice", "frontend", "moj");

function fresh(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

// What a package says about its own old ways is for its makers; what is said about our sheets is for us.
function complaint(message, { stack }) {
  if (!stack?.trimStart().startsWith("node_modules/")) console.warn(message, stack ?? "");
}

// The Ministry's sheet asks for "node_modules/govuk-frontend/...", so the root must be a load path, and the two
// names for one file must be one module: otherwise it would be loaded twice and could not be configured.
function sheet(name) {
  const { css } = sass.compile(join(root, "design", "styles", `${name}.scss`), {
    loadPaths: [root, packages],
    style: "compressed",
    quietDeps: true,
    logger: { warn: complaint },
    importers: [{ findFileUrl: (url) => (url.startsWith("node_modules/") ? pathToFileURL(join(root, url)) : null) }],
  });
  writeFileSync(join(served, `${name}.css`), css);
}

function startingItself(file) {
  const source = readFileSync(file, "utf8").replace(/\n?\/\/# sourceMappingURL=.*$/m, "");
  const started = source.replace(/export\s*\{[^}]*\binitAll\b[^}]*\};?/, "initAll();");
  if (started === source) throw new Error(`${file}: no initAll is exported; the package has changed its shape`);
  return started;
}

function scripts() {
  writeFileSync(join(served, "public.js"), startingItself(join(govuk, "govuk-frontend.min.js")));
  writeFileSync(join(served, "staff.js"), startingItself(join(moj, "moj-frontend.min.js")));
  const ours = join(root, "design", "scripts");
  for (const name of readdirSync(ours)) cpSync(join(ours, name), join(served, name));
}

function fonts() {
  mkdirSync(join(served, "fonts"));
  for (const range of ["latin", "latin-ext"])
    for (const weight of [400, 700]) {
      const name = `atkinson-hyperlegible-next-${range}-${weight}-normal.woff2`;
      cpSync(join(webFonts, "files", name), join(served, "fonts", name));
    }
  cpSync(join(webFonts, "LICENSE"), join(served, "fonts", "LICENSE"));
  for (const style of ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) {
    const name = `AtkinsonHyperlegibleNext_${style}.ttf`;
    cpSync(join(printFonts, style, name), join(printed, name));
  }
  cpSync(join(printFonts, "LICENSE_FONT"), join(printed, "LICENSE"));
}

// Its folder also holds a crown, a crest and other people's logos: only plain icons are taken.
function icons() {
  mkdirSync(join(served, "images"));
  const folder = join(moj, "assets", "images");
  for (const name of readdirSync(folder).filter((name) => /^icon-.*\.svg$/.test(name)))
    cpSync(join(folder, name), join(served, "images", name));
  cpSync(join(root, "design", "images", "mark.svg"), join(served, "images", "mark.svg"));
}

fresh(served);
fresh(printed);
sheet("public");
sheet("staff");
scripts();
fonts();
icons();
