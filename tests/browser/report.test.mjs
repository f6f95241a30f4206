// The HTML report as its readers meet it: in a browser.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { crowd, harmless, launch, reports } from "./reports.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 780 };

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** Opens a report, does `work` with it, and asserts that it complained about nothing and asked nobody for anything. */
const opened = async (name, options, work) => {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const faults = [];
  const requests = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => requests.push(request.url()));
  const address = name === "crowd" ? crowd : reports[name];
  await page.goto(address);
  await work(page);
  assert.deepEqual(faults, [], name);
  assert.deepEqual(requests.map((url) => url.split("#")[0]), [address], name);
  await context.close();
};

const shown = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.offsetParent).length);
const texts = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.offsetParent).map((one) => one.textContent.trim()));
/** Until the page was drawn and laid out three times: by then the browser has told it what lies under the pointer. */
const settled = (page) => page.evaluate(async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
});
const status = (page) => page.locator("#shown").textContent();

for (const name of Object.keys(reports)) {
  test(`${name}: opens, and breaks no rule of accessibility, wide and narrow, light and dark`, async () => {
    const looks = [[WIDE, "light"], [NARROW, "dark"], [WIDE, "dark"], [NARROW, "light"]];
    // All four for each kind of page; of pages that differ in their texts alone, two are enough.
    for (const [viewport, colorScheme] of ["check", "cohort", "answers"].includes(name) ? looks : looks.slice(0, 2)) {
      await opened(name, { viewport, colorScheme }, async (page) => {
        await page.evaluate(axe);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const found = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
        const told = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`);
        assert.deepEqual(told, [], `${name} ${viewport.width} ${colorScheme}`);
      });
    }
  });

  test(`${name}: on a phone and on paper nothing is wider than the page but the heat map in its scroller`, async () => {
    await opened(name, { viewport: NARROW }, async (page) => {
      const wide = await page.evaluate(() => [...document.body.querySelectorAll("*")]
        .filter((one) => !one.closest(".scroller, .skip, [hidden]") && one.getBoundingClientRect().right > innerWidth + 0.5)
        .map((one) => one.outerHTML.slice(0, 120)));
      assert.deepEqual(wide, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width);
      await page.emulateMedia({ media: "print" });
      // The width between the margins of A4, the narrower of the two papers.
      await page.setViewportSize({ width: 695, height: 1000 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 695);
      assert.equal(await shown(page, ".bar, .filter, select"), 0);
      for (const format of ["A4", "Letter"]) {
        assert.ok((await page.pdf({ format, printBackground: true })).length > 10_000);
      }
    });
  });
}

test("lines that mean harm stay text", async () => {
  await opened("hostile", {}, async (page) => {
    assert.equal(await page.locator("main script, main img, main style, main b").count(), 0);
    assert.equal(await page.locator("[onmouseover], [onerror]").count(), 0);
    const lines = await page.locator(".lines .text").evaluateAll((all) => all.map((one) => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll("[hidden]").forEach((hidden) => hidden.remove());
      return copy.textContent;
    }));
    assert.deepEqual(lines, harmless);
  });
});

test("answers that mean harm stay text", async () => {
  await opened("hostile answers", {}, async (page) => {
    assert.equal(await page.locator("main script, main img, main style, main b").count(), 0);
    assert.equal(await page.locator("[onmouseover], [onerror]").count(), 0);
    const told = (await texts(page, ".told")).join("\n");
    assert.ok(told.includes("<script>alert(1)</script>") && told.includes("{% raise %}") && !told.includes("49"), told);
  });
});

test("questions are filtered by kind, state, rule and word, and ordered by what is to mend", async () => {
  await opened("answers", {}, async (page) => {
    const all = await shown(page, ".lines > li");
    assert.equal(await status(page), `${all} of ${all} questions shown`);
    await page.getByLabel("no answer").uncheck();
    const answered = await shown(page, ".lines > li");
    assert.ok(answered > 0 && answered < all && await shown(page, ".told") === answered);
    await page.getByLabel("behavioural").uncheck();
    assert.equal(await shown(page, ".lines > li[data-kind=behavioural]"), 0);
    await page.getByRole("button", { name: "Show all" }).click();

    await page.locator("#advice").selectOption("filler");
    const filler = await shown(page, ".lines > li");
    assert.ok(filler > 0 && filler < answered);
    assert.match(await page.locator("#advice option:checked").textContent(), new RegExp(`\\(${filler}\\)$`));
    await page.getByRole("button", { name: "Show all" }).click();

    await page.getByLabel("Find").fill("REDIS");
    assert.equal(await shown(page, ".lines > li"), filler);
    await page.getByLabel("Find").fill("no such word");
    assert.equal(await shown(page, ".nothing"), 1);
    await page.getByRole("button", { name: "Show all" }).click();

    await page.getByLabel("Order").selectOption("advice");
    const counts = await page.locator(".lines > li").evaluateAll((one) => one.map((item) => item.querySelectorAll(".advice > li").length));
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    assert.ok(counts[0] > counts.at(-1));

    // From a rule to the question that it is about, whatever the filter hides.
    await page.getByLabel("no answer").uncheck();
    await page.locator("#r-unanswered a").first().click();
    await page.locator(":target").waitFor();
  });
});

test("the filter leaves what is asked for and says how much that is", async () => {
  await opened("check", {}, async (page) => {
    const [criteria, lines] = [await shown(page, "tr.criterion"), await shown(page, ".lines > li")];
    assert.equal(await status(page), `${criteria} of ${criteria} criteria and ${lines} of ${lines} lines shown`);
    await page.getByLabel("strong").uncheck();
    await page.getByLabel("partial").uncheck();
    assert.equal(await shown(page, "tr.criterion[data-strength=none]"), await shown(page, "tr.criterion"));
    assert.ok(await shown(page, "tr.criterion") > 0 && await shown(page, "tr.criterion") < criteria);
    assert.equal(await shown(page, ".lines > li"), await shown(page, "#map tbody tr"));
    assert.match(await status(page), /^\d+ of \d+ criteria and \d+ of \d+ lines shown$/);
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await shown(page, "tr.criterion"), criteria);

    await page.getByLabel("KPIs").uncheck();
    assert.equal(await shown(page, "tr.criterion[data-kind=kpi]"), 0);
    assert.equal(await shown(page, "#map th.column"), await shown(page, "tr.criterion"));
    assert.deepEqual(await texts(page, "#map th[scope=colgroup]"), ["Activities"]);
    await page.getByRole("button", { name: "Show all" }).click();

    await page.getByLabel("Find").fill("REDIS");
    assert.equal(await shown(page, ".lines > li"), 1);
    await page.getByLabel("Find").fill("no such word");
    assert.match(await status(page), /^0 of \d+ criteria and 0 of \d+ lines shown$/);
    assert.equal(await shown(page, ".nothing"), 2);
  });
});

test("lines are filtered and ordered by the advice on their wording", async () => {
  await opened("weak", {}, async (page) => {
    const all = await shown(page, ".lines > li");
    const rules = await page.locator(".lines > li").evaluateAll((lines) => lines.map((line) => line.dataset.advice.split(" ").filter(Boolean)));
    const advised = page.locator("#advice");
    const left = async (value) => {
      await advised.selectOption(value);
      assert.equal(await shown(page, ".lines > li"), await shown(page, "#map tbody tr"));
      return shown(page, ".lines > li");
    };
    assert.equal(await left("any"), rules.filter((of) => of.length).length);
    assert.equal(await left("none"), rules.filter((of) => !of.length).length);
    const some = rules.filter((of) => of.includes("weak-opener")).length;
    assert.ok(some > 0 && some < all);
    assert.equal(await left("weak-opener"), some);
    assert.ok((await texts(page, ".advice")).every((advice) => advice.includes("weak-opener")));
    assert.match(await advised.locator("option:checked").textContent(), new RegExp(`\\(${some}\\)$`));
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await shown(page, ".lines > li"), all);

    // What advice says is not on the resume.
    await page.getByLabel("Find").fill("count or time");
    assert.equal(await shown(page, ".lines > li"), 0);
    await page.getByRole("button", { name: "Show all" }).click();

    await page.getByLabel("Order").selectOption("advice");
    const counts = await page.locator(".lines > li").evaluateAll((lines) => lines.map((line) => line.querySelectorAll(".advice > li").length));
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    assert.ok(counts[0] > counts.at(-1));
  });
});

test("a link to what the filter hides shows it again", async () => {
  await opened("check", {}, async (page) => {
    const step = page.locator(".steps a").first();
    const isCovered = async () => {
      await page.getByLabel("Find").fill("no such word");
      assert.equal(await shown(page, "tr.criterion"), 0);
    };
    const isUncovered = async () => {
      await page.locator("tr.criterion:target").waitFor();
      assert.ok(await shown(page, "tr.criterion") > 1);
      assert.equal(await page.getByLabel("Find").inputValue(), "");
    };
    await isCovered();
    await step.click();
    await isUncovered();
    // The address stays as it is by the second click.
    await isCovered();
    await step.click();
    await isUncovered();
    // No link is clicked on the way back and forth.
    await page.goBack();
    await isCovered();
    await page.goForward();
    await isUncovered();
  });
});

test("headers sort their table, and back", async () => {
  await opened("check", {}, async (page) => {
    const scores = () => page.locator("tr.criterion .score").evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
    const header = page.locator("#criteria th", { hasText: "Score" });
    await header.getByRole("button").click();
    assert.equal(await header.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await scores(), (await scores()).toSorted((a, b) => b - a));
    await header.getByRole("button").click();
    assert.equal(await header.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await scores(), (await scores()).toSorted((a, b) => a - b));
    await page.locator("#criteria").getByRole("button", { name: "Criterion" }).click();
    assert.equal(await page.locator("#criteria th[aria-sort]").count(), 1);

    const column = page.locator("#map th.column").nth(2);
    await column.getByRole("button").click();
    const values = await page.locator("#map tbody tr").evaluateAll((rows) => rows.map((row) => Number(row.cells[3].dataset.value ?? -1)));
    assert.deepEqual(values, values.toSorted((a, b) => b - a));
    assert.ok(values[0] > 0.9);

    await page.getByLabel("Order").selectOption("least");
    const best = await page.locator(".lines > li").evaluateAll((all) => all.map((one) => Number(one.dataset.best)));
    assert.deepEqual(best, best.toSorted((a, b) => a - b));
    await page.getByLabel("Order").selectOption("place");
    const places = await page.locator(".lines > li").evaluateAll((all) => all.map((one) => Number(one.dataset.index)));
    assert.deepEqual(places, places.toSorted((a, b) => a - b));
  });
});

test("a cohort is filtered by name and by what is evidenced, and sorted by any column", async () => {
  await opened("cohort", {}, async (page) => {
    assert.equal(await status(page), "20 of 20 resumes shown");
    await page.getByLabel("Find").fill("<b>1");
    assert.equal(await shown(page, "tr.resume"), 11);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Criterion").selectOption({ label: "Security implementation" });
    await page.getByLabel("none").uncheck();
    const column = await page.locator("#criterion").inputValue();
    const left = await page.locator("tr.resume").evaluateAll(
      (rows, at) => rows.filter((row) => row.offsetParent).map((row) => row.cells[at].textContent), Number(column));
    assert.ok(left.length > 0 && left.length < 20 && !left.includes("none"), left.join());
    await page.getByRole("button", { name: "Show all" }).click();

    await page.locator("#resumes").getByRole("button", { name: "Security implementation" }).click();
    const strengths = await page.locator("tr.resume").evaluateAll(
      (rows, at) => rows.map((row) => ["none", "partial", "strong"].indexOf(row.cells[at].textContent)), Number(column));
    assert.deepEqual(strengths, strengths.toSorted((a, b) => b - a));
    assert.ok(strengths[0] > strengths.at(-1));
  });
});

test("on a phone the marks of a cohort stand beside the names, and what they come to behind them", async () => {
  await opened("cohort", { viewport: NARROW }, async (page) => {
    const cells = await page.locator("tr.resume").first().evaluate((row) => [...row.cells].slice(1)
      .map((cell) => ({ isMark: cell.classList.contains("mark"), right: cell.getBoundingClientRect().right })));
    const marks = cells.filter((cell) => cell.isMark);
    assert.deepEqual(cells.slice(0, marks.length), marks, "marks first");
    assert.ok(marks.length < cells.length && marks.filter(({ right }) => right <= NARROW.width).length >= 4, JSON.stringify(cells));
  });
});

test("three hundred resumes are filtered with a few layouts of the page, not one for each", async () => {
  await opened("crowd", {}, async (page) => {
    const browserWork = await page.context().newCDPSession(page);
    await browserWork.send("Performance.enable");
    const layouts = async () => (await browserWork.send("Performance.getMetrics")).metrics.find(({ name }) => name === "LayoutCount").value;
    const tookLayouts = async (work) => {
      await settled(page);
      const before = await layouts();
      await work();
      await settled(page);
      return (await layouts()) - before;
    };
    assert.equal(await status(page), "300 of 300 resumes shown");
    const find = await tookLayouts(() => page.getByLabel("Find").fill("-01"));
    assert.equal(await status(page), "10 of 300 resumes shown");
    const all = await tookLayouts(() => page.getByRole("button", { name: "Show all" }).click());
    assert.ok(find < 20 && all < 20, `${find} and ${all} layouts`);
  });
});

test("the reason of a mark or a word is shown to the pointer and to the focus, until Escape", async () => {
  await opened("check", {}, async (page) => {
    const tip = page.locator("#tip");
    const cell = page.locator("#map tbody td a").first();
    const number = (await cell.getAttribute("href")).slice(1);
    await cell.hover();
    assert.ok(await tip.isVisible());
    assert.ok((await tip.textContent()).includes("because"));
    assert.equal(await tip.textContent(), await page.locator(`#${number}`).textContent());
    await tip.hover();
    assert.ok(await tip.isVisible(), "it stays while the pointer is on it");
    await page.keyboard.press("Escape");
    assert.ok(await tip.isHidden());
    await settled(page);
    assert.ok(await tip.isHidden(), "what lay below it was not pointed at");

    const word = page.locator(".lines mark a").first();
    await word.focus();
    assert.ok(await tip.isVisible());
    assert.equal(await word.getAttribute("aria-describedby"), "tip");
    assert.match(await tip.textContent(), /counts as|is a keyword|is asked for/);
    await page.keyboard.press("Tab");
    await page.getByLabel("Find").focus();
    assert.ok(await tip.isHidden());
    await settled(page);
    assert.ok(await tip.isHidden(), "what scrolled under the resting pointer was not pointed at");
  });
});

for (const name of ["check", "cohort", "answers"]) {
  test(`${name}: the tab key reaches every control, each with a focus that can be seen`, async () => {
    await opened(name, {}, async (page) => {
      const expected = await page.evaluate(() => {
        const all = [...document.querySelectorAll("a[href], button, input, select, [tabindex]")];
        const stops = all.filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
        stops.forEach((one, at) => { one.dataset.stop = at; });
        return stops.length;
      });
      const reached = new Set();
      for (let press = 0; press < expected; press += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
          return isSeen ? document.activeElement.dataset.stop : `unseen: ${document.activeElement.outerHTML.slice(0, 200)}`;
        });
        assert.ok(!String(at).startsWith("unseen"), at);
        if (press === 0) assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
        reached.add(at);
      }
      assert.equal(reached.size, expected);
    });
  });
}

test("the arrow keys reach every mark of the heat map", async () => {
  await opened("check", {}, async (page) => {
    const marks = await shown(page, "#map tbody td a");
    const focused = () => page.evaluate(() => document.activeElement.getAttribute("href"));
    assert.equal(await page.locator("#map tbody td a[tabindex='0']").count(), 1);
    await page.locator("#map tbody td a[tabindex='0']").focus();
    const reached = new Set([await focused()]);
    for (let row = 0; row < 40; row += 1) {
      await page.keyboard.press("Home");
      reached.add(await focused());
      for (let column = 0; column < 20; column += 1) {
        await page.keyboard.press("ArrowRight");
        reached.add(await focused());
      }
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(reached.size, marks);
    assert.equal(await page.locator("#map tbody td a[tabindex='0']").count(), 1);
  });
});

test("marks stand out from their shade, in light and in dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const name of ["check", "cohort"]) {
      await opened(name, { colorScheme }, async (page) => {
        const ratios = await page.evaluate(() => {
          const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
          const light = (color) => {
            const [r, g, b] = color.match(/[\d.]+/g).map((part) => channel(Number(part) / 255));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const marks = [...document.querySelectorAll(".map tbody td.strong, .map tbody td.partial, .map tbody td a")];
          return marks.map((mark) => {
            const cell = mark.closest("td");
            const [one, other] = [light(getComputedStyle(mark).color), light(getComputedStyle(cell).backgroundColor)];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          });
        });
        assert.ok(ratios.length > 10 && Math.min(...ratios) >= 4.5, `${name} ${colorScheme}: ${Math.min(...ratios)}`);
      });
    }
  }
});

test("the switch turns light to dark and back, whatever the system prefers", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await opened("check", { colorScheme }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const first = await paper();
      await page.getByRole("button", { name: colorScheme === "light" ? "Dark colours" : "Light colours" }).click();
      assert.notEqual(await paper(), first);
      await page.getByRole("button", { name: colorScheme === "light" ? "Light colours" : "Dark colours" }).click();
      assert.equal(await paper(), first);
    });
  }
});

test("without JavaScript everything can be read and nothing pretends to work", async () => {
  for (const name of ["check", "cohort", "answers"]) {
    await opened(name, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("button:visible, select:visible, input:visible").count(), 0);
      assert.ok(await page.locator("table").first().isVisible());
    });
  }
  await opened("check", { javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator(".lines .why").first().isVisible());
  });
});
