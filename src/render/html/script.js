// What makes the page more than a page: colours, filter, order, reasons where the pointer is. All of it can be read
// without. Texts are only ever moved as nodes, never made into markup.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);

  const theme = one("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const nameTheme = () => { theme.textContent = isDark() ? "Light colours" : "Dark colours"; };
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  prefersDark.addEventListener("change", nameTheme);
  nameTheme();
  theme.hidden = false;

  // Order: a header with data-sort becomes a button that sorts its table's rows by its column.
  const rank = ["none", "partial", "strong"];
  const kinds = {
    number: (value) => Number(value || -1),
    strength: (value) => rank.indexOf(value),
    text: (value) => value,
  };
  const valueOf = (row, column, kind) => {
    const cell = row.cells[column];
    return kinds[kind](cell.dataset.value ?? cell.textContent.trim());
  };
  const compare = (one, other) => (typeof one === "number" ? one - other : one.localeCompare(other));
  const sortBy = (table, header) => {
    const column = header.cellIndex;
    const first = header.dataset.first ?? "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const next = header.ariaSort === first ? other : first;
    const sign = next === "ascending" ? 1 : -1;
    const keyed = [...table.tBodies[0].rows].map((row) => [valueOf(row, column, header.dataset.sort), row]);
    keyed.sort(([a], [b]) => sign * compare(a, b));
    table.tBodies[0].append(...keyed.map(([, row]) => row));
    all("th[aria-sort]", table).forEach((th) => th.removeAttribute("aria-sort"));
    header.ariaSort = next;
  };
  for (const table of all("table[data-sortable]")) {
    for (const header of all("thead th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sortBy(table, header));
      header.append(button);
    }
  }

  const rulesOf = (line) => line.dataset.advice.split(" ").filter(Boolean);
  const order = one("order");
  if (order) {
    one("order-label").hidden = false;
    const keys = {
      place: (item) => Number(item.dataset.index),
      most: (item) => -Number(item.dataset.best),
      least: (item) => Number(item.dataset.best),
      advice: (item) => -rulesOf(item).length,
    };
    order.addEventListener("change", () => {
      const list = document.querySelector(".lines");
      const items = [...list.children].sort((a, b) => keys.place(a) - keys.place(b));
      list.append(...items.sort((a, b) => keys[order.value](a) - keys[order.value](b)));
    });
  }

  // Filter.
  const filter = one("filter");
  const checked = (name) => new Set(all(`input[name="${name}"]:checked`, filter).map((box) => box.value));
  const has = (element, words) => element.textContent.toLocaleLowerCase().includes(words);
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const show = (elements, isShown) => elements.forEach((element) => { element.hidden = !isShown(element); });
  const nothing = (section, count) => { document.querySelector(`#${section} .nothing`).hidden = count > 0; };

  const criteria = all("tr.criterion");
  const lines = all(".lines > .line");
  const bestOf = (line, kinds) => all(".matches > li", line)
    .filter((match) => kinds.has(match.dataset.kind))
    .reduce((best, match) => Math.max(best, rank.indexOf(match.dataset.strength)), 0);
  // Of a line's own words and those of its criteria: what advice says of it is not on the resume.
  const speaksOf = (line, words) => all(".where, .text, .matches", line).some((part) => has(part, words));
  const isAdvised = (line, wanted) => {
    const rules = rulesOf(line);
    return { "": true, any: rules.length > 0, none: rules.length === 0 }[wanted] ?? rules.includes(wanted);
  };
  const filterCheck = () => {
    const words = one("find").value.trim().toLocaleLowerCase();
    const kinds = checked("kind");
    const strengths = checked("strength");
    const wanted = (row) => kinds.has(row.dataset.kind) && strengths.has(row.dataset.strength);
    const named = criteria.filter((row) => wanted(row) && has(row, words));
    const advice = one("advice")?.value ?? "";
    const kept = lines.filter((line) => strengths.has(rank[bestOf(line, kinds)]) && isAdvised(line, advice) && speaksOf(line, words));
    // The heat map keeps the columns of all criteria that are wanted: the word looked for may stand in a line alone.
    const columns = new Set(criteria.filter(wanted).map((row) => row.dataset.number));
    const rows = new Set(kept.map((line) => line.dataset.index));
    show(criteria, (row) => named.includes(row));
    show(lines, (line) => rows.has(line.dataset.index));
    show(all("#map tr.line"), (row) => rows.has(row.dataset.index));
    show(all("#map [data-number]"), (cell) => columns.has(cell.dataset.number));
    for (const head of all("#map th[data-kind]")) {
      const span = criteria.filter((row) => row.dataset.kind === head.dataset.kind && columns.has(row.dataset.number)).length;
      head.hidden = span === 0;
      head.colSpan = Math.max(span, 1);
    }
    one("shown").textContent = `${named.length} of ${plural(criteria.length, "criterion").replace("criterions", "criteria")} and ${kept.length} of ${plural(lines.length, "line")} shown`;
    nothing("criteria", named.length);
    nothing("lines", kept.length);
  };

  const resumes = all("tr.resume");
  const filterCohort = () => {
    const words = one("find").value.trim().toLocaleLowerCase();
    const column = one("criterion").value;
    const strengths = checked("strength");
    const strengthOf = (row) => row.cells[Number(column)].textContent;
    const kept = resumes.filter((row) => row.cells[0].textContent.toLocaleLowerCase().includes(words)
      && (column === "" || strengths.has(strengthOf(row))));
    show(resumes, (row) => kept.includes(row));
    one("shown").textContent = `${kept.length} of ${plural(resumes.length, "resume")} shown`;
    nothing("resumes", kept.length);
  };

  const answers = all(".lines > .answer");
  const filterAnswers = () => {
    const words = one("find").value.trim().toLocaleLowerCase();
    const kinds = checked("kind");
    const strengths = checked("strength");
    // Of the question and the answer: what rules say of it is not the person's.
    const speaks = (answer) => all(".where, .question, .told", answer).some((part) => has(part, words));
    const kept = answers.filter((answer) => kinds.has(answer.dataset.kind) && strengths.has(answer.dataset.strength)
      && isAdvised(answer, one("advice")?.value ?? "") && speaks(answer));
    show(answers, (answer) => kept.includes(answer));
    one("shown").textContent = `${kept.length} of ${plural(answers.length, "question")} shown`;
    nothing("questions", kept.length);
  };

  if (filter) {
    const apply = [[resumes, filterCohort], [answers, filterAnswers]].find(([items]) => items.length)?.[1] ?? filterCheck;
    filter.hidden = false;
    filter.addEventListener("input", apply);
    one("reset").addEventListener("click", () => {
      all("input[type=checkbox]", filter).forEach((box) => { box.checked = true; });
      all("input[type=search], select", filter).forEach((field) => { field.value = ""; });
      apply();
    });
    apply();
  }

  // A link may lead to what the filter hides: then all is shown, before the browser goes there. A second click on the
  // same link changes no address, and going back clicks no link, so both are heard.
  const uncover = (hash) => {
    const isHidden = Boolean(filter && one(hash.slice(1))?.closest("[hidden]"));
    if (isHidden) one("reset").click();
    return isHidden;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link) uncover(link.hash);
  });
  addEventListener("hashchange", () => {
    if (uncover(location.hash)) one(location.hash.slice(1)).scrollIntoView();
  });

  // The heat map is one stop for the tab key; arrows go from mark to mark.
  for (const grid of all("table[data-grid]")) {
    const cells = () => all("tbody td a", grid).filter((link) => link.offsetParent);
    const stop = (link) => {
      all("tbody td a", grid).forEach((other) => { other.tabIndex = -1; });
      if (link) link.tabIndex = 0;
    };
    const at = (link) => [link.closest("tr").sectionRowIndex, link.closest("td").cellIndex];
    const nearest = (link, key) => {
      const [row, column] = at(link);
      const places = cells().map((other) => [other, ...at(other)]);
      const ahead = {
        ArrowRight: ([, r, c]) => r === row && c > column,
        ArrowLeft: ([, r, c]) => r === row && c < column,
        ArrowDown: ([, r]) => r > row,
        ArrowUp: ([, r]) => r < row,
        Home: ([, r]) => r === row,
        End: ([, r]) => r === row,
      }[key];
      const away = {
        Home: ([, , c]) => c,
        End: ([, , c]) => -c,
      }[key] ?? (([, r, c]) => Math.abs(r - row) * 1000 + Math.abs(c - column));
      return places.filter(ahead).sort((a, b) => away(a) - away(b))[0]?.[0];
    };
    stop(cells()[0]);
    filter?.addEventListener("input", () => stop(cells()[0]));
    grid.addEventListener("focusin", (event) => { if (event.target.matches("tbody td a")) stop(event.target); });
    grid.addEventListener("keydown", (event) => {
      if (!event.target.matches("tbody td a") || !/^(Arrow|Home|End)/.test(event.key)) return;
      event.preventDefault();
      nearest(event.target, event.key)?.focus();
    });
  }

  // Reasons where the pointer or the focus is.
  const tip = one("tip");
  let owner = null;
  const contentOf = (link) => one(link.dataset.tip ?? link.hash.slice(1));
  const place = () => {
    const box = owner.getBoundingClientRect();
    const fits = box.bottom + tip.offsetHeight + 10 < innerHeight;
    tip.style.top = `${Math.max(4, fits ? box.bottom + 6 : box.top - tip.offsetHeight - 6)}px`;
    tip.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
  };
  const reveal = (link) => {
    const content = contentOf(link);
    if (!content) return;
    owner?.removeAttribute("aria-describedby");
    owner = link;
    tip.replaceChildren(...[...content.childNodes].map((node) => node.cloneNode(true)));
    all("a", tip).forEach((inner) => inner.replaceWith(...inner.childNodes));
    tip.hidden = false;
    link.setAttribute("aria-describedby", "tip");
    place();
  };
  const conceal = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const withReason = (target) => target.closest?.(".map tbody td a, mark a");
  // What scrolls under a resting pointer, or lay below a reason that was just put away, was not pointed at.
  const rest = { x: null, y: null };
  const isResting = (event) => event.type === "mouseover" && event.clientX === rest.x && event.clientY === rest.y;
  document.addEventListener("mousemove", ({ clientX, clientY }) => Object.assign(rest, { x: clientX, y: clientY }));
  for (const [come, go] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(come, (event) => {
      const link = withReason(event.target);
      if (link && !isResting(event)) reveal(link);
    });
    document.addEventListener(go, (event) => {
      const onTip = event.relatedTarget instanceof Node && tip.contains(event.relatedTarget);
      if (owner && !onTip && (withReason(event.target) || tip.contains(event.target))) conceal();
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") conceal(); });
  addEventListener("scroll", () => { if (owner) place(); }, { capture: true, passive: true });
})();
