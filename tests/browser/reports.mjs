// The reports under test, written by the program itself, and a browser to open them in.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env.ROLEFIT ?? join(root, "target", "debug", "rolefit");
const role = "back-end-developer";

const hostile = [
  "Cut p95 latency by 40% with <script>alert(1)</script> Redis caching",
  "Wrote 40 unit tests <img src=x onerror=alert(2)> for https://example.com/a",
  "Raised unit test coverage {{7*7}} {% raise %} \"onmouseover='alert(3)' x=\"",
  "Reviewed \u202e12 pull requests a week\u2066 </style></script><b>bold</b>",
  "خفضت زمن الاستجابة من 900 إلى 140 مللي ثانية باستخدام Redis caching",
];
const long = [
  `Cut p95 latency of ${"the order service and the billing service and ".repeat(40)}with Redis caching`,
  `Wrote unit tests for ${"ordersbillingshipping".repeat(60)}`,
  ...Array.from({ length: 60 }, (_, number) => `Raised unit test coverage of service ${number} from 45% to 82% with a REST API`),
];
const item = (line) => `- ${line}\n`;

const folder = mkdtempSync(join(tmpdir(), "rolefit-browser-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const written = (name, lines) => {
  const path = join(folder, name);
  writeFileSync(path, lines.map(item).join(""));
  return path;
};
const page = (name, command, ...args) => {
  const path = join(folder, name);
  const run = spawnSync(program, [command, ...args, "--format", "html", "-o", path], { cwd: root, encoding: "utf8" });
  if (!existsSync(path)) throw new Error(`${program}: ${run.stderr ?? run.error}`);
  return pathToFileURL(path).href;
};
const report = (name, ...args) => page(name, "kpi-check", ...args);
/** A page on an answers file that has these texts in turn below the parts of two questions in three. */
const answers = (name, texts) => {
  const sheet = join(folder, `${name}.md`);
  execFileSync(program, ["draft", "answers", role, "examples/resume.md", "-o", sheet], { cwd: root, stdio: "ignore" });
  const questions = readFileSync(sheet, "utf8").split(/^(?=## )/m);
  const filled = questions.map((question, number) => (number % 3 === 2 ? question
    : question.replace(/^### .+$/gm, (heading) => `${heading}\n\nI saw to it: ${texts[number % texts.length]}`)));
  writeFileSync(sheet, filled.join(""));
  return page(`${name}.html`, "answer-check", role, sheet, "--resume", "examples/resume.md");
};
const cohortFolder = () => {
  const path = join(folder, "cohort");
  mkdirSync(path);
  for (let number = 0; number < 20; number += 1) {
    const lines = hostile.slice(number % 4).concat(number % 3 ? ["Encrypted customer data at rest"] : []);
    writeFileSync(join(path, `<b>${number}.txt`), lines.map(item).join(""));
  }
  writeFileSync(join(path, "empty.md"), "");
  return path;
};
const crowdFolder = () => {
  const path = join(folder, "crowd");
  mkdirSync(path);
  const lines = ["examples/resume.md", "examples/weak-resume.md"]
    .flatMap((name) => readFileSync(join(root, name), "utf8").split("\n").filter((line) => line.startsWith("- ")).map((line) => line.slice(2)));
  for (let number = 0; number < 300; number += 1) {
    const own = lines.filter((_, at) => (at * 7 + number * 13) % 11 < 5);
    writeFileSync(join(path, `candidate-${String(number).padStart(3, "0")}.txt`), own.map(item).join(""));
  }
  return path;
};
const keeper = () => {
  const path = join(folder, "keeper.yaml");
  writeFileSync(path, "title: Keeper\nactivities:\n  - name: Inspecting hives\nrequirements:\n  - name: A licence\n");
  return path;
};

/** The address of every report, by name. */
export const reports = {
  check: report("check.html", role, "examples/resume.md"),
  weak: report("weak.html", role, "examples/weak-resume.md"),
  hostile: report("hostile.html", role, written("hostile.txt", hostile)),
  long: report("long.html", role, written("long.txt", long)),
  keeper: report("keeper.html", keeper(), "examples/weak-resume.md"),
  answers: answers("answers", ["I raised unit test coverage from 45% to 82%.", "We basically used Redis.", "It went well."]),
  "hostile answers": answers("hostile-answers", hostile),
  cohort: report("cohort.html", role, cohortFolder()),
};

/** One that is too large to be tried in every look. */
export const crowd = report("crowd.html", role, crowdFolder());

/** The texts of the lines that mean harm, as they have to be shown. */
export const harmless = hostile.map((line) => line.replace(/[\u202e\u2066]/g, "\ufffd"));

const browserPath = () => process.env.CHROMIUM
  ?? ["chromium", "chromium-browser", "google-chrome"].map((name) => {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      return "";
    }
  }).find(Boolean);

/** A browser that asks nobody for anything by itself. */
export const launch = () => chromium.launch({
  executablePath: browserPath(),
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
