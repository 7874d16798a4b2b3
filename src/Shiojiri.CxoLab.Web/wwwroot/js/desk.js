// The desk: comfort only, every page works without this file.
(() => {
  "use strict";
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const show = (el) => { (el.closest("[hidden]") || el).hidden = false; };

  all("[data-print]").forEach((button) => {
    show(button);
    button.addEventListener("click", () => print());
  });

  // Selected rows: row checkboxes live in .sel, [data-select-all] switches those of this page.
  const master = one("input[data-select-all]");
  const bar = one(".bulkbar");
  const rows = () => all(".sel input[type=checkbox]:not([data-select-all])");
  const recount = () => {
    const boxes = rows();
    const n = boxes.filter((box) => box.checked).length;
    all("[data-selected-count]").forEach((el) => { el.textContent = n; });
    all("[data-selected-of]").forEach((el) => {
      el.textContent = boxes.filter((box) => box.checked && box.dataset.to === el.dataset.selectedOf).length;
    });
    if (bar) bar.hidden = n === 0;
    if (master) {
      master.checked = n > 0 && n === boxes.length;
      master.indeterminate = n > 0 && n < boxes.length;
    }
  };
  if (master || bar || one("[data-selected-count]")) {
    if (master) show(master);
    all("[data-with-script]").forEach((el) => { el.hidden = false; });
    all("[data-without-script]").forEach((el) => { el.hidden = true; });
    document.addEventListener("change", (e) => {
      if (!e.target.closest(".sel")) return;
      if (e.target === master) rows().forEach((box) => { box.checked = master.checked; });
      recount();
    });
    recount();
    addEventListener("pageshow", recount); // the browser may bring ticks back after a reload or "back"
  }

  // Everything of a kind folded out or in at one press, without asking the server again.
  all("[data-fold-all]").forEach((button) => {
    const folds = all(button.dataset.foldAll);
    const [open, close] = button.dataset.foldWords.split("|");
    const mark = () => { button.textContent = folds.every((fold) => fold.open) ? close : open; };
    button.addEventListener("click", (e) => {
      e.preventDefault();
      const opens = !folds.every((fold) => fold.open);
      folds.forEach((fold) => { fold.open = opens; });
      mark();
    });
    folds.forEach((fold) => fold.addEventListener("toggle", mark));
    mark();
  });

  // A day can be picked from the browser's calendar where there is a name for its button; the text field keeps taking every way of writing one.
  all("input[data-day]").forEach((field) => {
    const weekday = document.getElementById(`${field.id}-weekday`);
    field.addEventListener("input", () => {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(field.value) ? new Date(`${field.value}T00:00`) : null;
      if (weekday) weekday.textContent = day && day.getDate() === Number(field.value.slice(8)) ? `(${"日月火水木金土"[day.getDay()]})` : "";
    });
    const pick = document.createElement("input");
    if (!pick.showPicker || !field.dataset.day) return;
    pick.type = "date";
    pick.tabIndex = -1;
    pick.setAttribute("aria-hidden", "true");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--quiet btn--sm";
    const whose = document.createElement("span");
    whose.className = "vh";
    whose.textContent = `（${field.dataset.day}）`;
    button.append("カレンダー", whose);
    button.addEventListener("click", () => {
      pick.value = /^\d{4}-\d{2}-\d{2}$/.test(field.value) ? field.value : "";
      try { pick.showPicker(); } catch { field.focus(); }
    });
    pick.addEventListener("change", () => {
      if (!pick.value) return;
      field.value = pick.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    const box = document.createElement("span");
    box.className = "daypick";
    box.append(button, pick);
    (weekday ?? field).after(box);
  });

  // A list that filters itself when a pointer picks a choice. Arrow keys change a closed
  // select at every step, so whoever uses keys presses the button instead.
  all("select[data-autosubmit]").forEach((select) => {
    let keyed = false;
    select.addEventListener("keydown", () => { keyed = true; });
    select.addEventListener("pointerdown", () => { keyed = false; });
    select.addEventListener("change", () => { if (!keyed && select.form) select.form.requestSubmit(); });
  });

  // Live preview. On any failure the last good preview simply stays.
  all("form[data-preview-url]").forEach((form) => {
    const out = one("[data-preview]");
    if (!out) return;
    let timer;
    let running;
    const load = async () => {
      if (running) running.abort();
      const mine = running = new AbortController();
      out.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(form.dataset.previewUrl, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
          credentials: "same-origin",
          signal: mine.signal,
        });
        // a redirect means the session has ended: never show the sign-in page in here
        if (answer.ok && !answer.redirected) {
          const html = await answer.text();
          if (running === mine) out.innerHTML = html;
        }
      } catch { /* offline or replaced by a newer request */ }
      if (running === mine) out.removeAttribute("aria-busy");
    };
    form.addEventListener("input", (e) => {
      clearTimeout(timer);
      timer = setTimeout(load, e.isComposing ? 800 : 400);
    });
  });

  // Signs of Markdown by button or key. The text area alone does as well; the browser's own undo takes a sign back.
  all("[data-signs]").forEach((bar) => {
    const area = document.getElementById(bar.dataset.signs);
    if (!area) return;
    const put = (from, to, text, selectFrom, selectTo) => {
      area.focus();
      area.setSelectionRange(from, to);
      if (!document.execCommand("insertText", false, text)) {
        area.setRangeText(text, from, to, "end");
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
      area.setSelectionRange(from + selectFrom, from + selectTo);
    };
    const around = (before, after, empty) => {
      const words = area.value.slice(area.selectionStart, area.selectionEnd) || empty;
      put(area.selectionStart, area.selectionEnd, before + words + after, before.length, before.length + words.length);
    };
    const lines = (signOf) => {
      const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
      const end = area.value.indexOf("\n", area.selectionEnd);
      const to = end < 0 ? area.value.length : end;
      const text = area.value.slice(from, to).split("\n").map((line, i) => (line.startsWith(signOf(i)) ? line.slice(signOf(i).length) : signOf(i) + line)).join("\n");
      put(from, to, text, text.length, text.length);
    };
    const signs = {
      bold: () => around("**", "**", "太字"),
      heading: () => lines(() => "## "),
      list: () => lines(() => "- "),
      steps: () => lines((i) => `${i + 1}. `),
      link: () => {
        const words = area.value.slice(area.selectionStart, area.selectionEnd) || "言葉";
        put(area.selectionStart, area.selectionEnd, `[${words}](https://)`, words.length + 3, words.length + 11);
      },
      picture: () => {
        const list = one(`[data-text-pictures="${area.id}"]`);
        list.open = true;
        list.firstElementChild.focus();
      },
    };
    all(`[data-text-pictures="${area.id}"] [data-mark]`).forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        // a paragraph of its own, wherever the cursor stands
        const before = area.value.slice(0, area.selectionStart).replace(/\n+$/, "");
        const from = before.length;
        const lead = from > 0 ? "\n\n" : "";
        put(from, area.selectionStart, `${lead}${button.dataset.mark}\n\n`, lead.length + button.dataset.mark.length, lead.length + button.dataset.mark.length);
      });
    });
    bar.hidden = false;
    bar.addEventListener("click", (e) => { signs[e.target.closest("button")?.dataset.sign]?.(); });
    area.addEventListener("keydown", (e) => {
      const sign = (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && { b: "bold", k: "link" }[e.key.toLowerCase()];
      if (!sign) return;
      e.preventDefault();
      signs[sign]();
    });
  });

  // The real page in a window as wide as a phone; without this file it opens in a tab.
  all("a[data-width]").forEach((link) => link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (window.open(link.href, "preview-phone", `width=${link.dataset.width},height=844`)) e.preventDefault();
  }));

  // Something under way: the page is asked again until it is done. Without this file a link does so.
  all("[data-poll^=\"/\"]").forEach((part) => {
    const address = part.dataset.poll;
    const ask = async () => {
      try {
        const answer = await fetch(address, { credentials: "same-origin" });
        if (answer.ok && !answer.redirected) {
          const now = one("[aria-labelledby=\"" + part.getAttribute("aria-labelledby") + "\"]", new DOMParser().parseFromString(await answer.text(), "text/html"));
          if (now && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
          if (!now || !now.dataset.poll) return;
        }
      } catch { /* the next try may get through */ }
      setTimeout(ask, 2000);
    };
    setTimeout(ask, 1000);
  });

  // The button says what it will do.
  const publish = one("[data-publish]");
  if (publish) {
    const saves = publish.textContent;
    const label = () => {
      const { Way: way, FromOn: on, FromAt: at } = Object.fromEntries(new FormData(publish.form));
      const day = way === "later" && on && at ? new Date(`${on}T00:00`) : null;
      publish.textContent = way === "now" ? "いま公開する"
        : day ? `${day.getMonth() + 1}月${day.getDate()}日(${"日月火水木金土"[day.getDay()]}) ${at}に公開する`
        : way === "draft" ? "下書きを保存する" : saves;
    };
    publish.form.addEventListener("input", label);
    addEventListener("pageshow", label);
    label();
  }

  // j / k: next and previous. Single letters must be possible to switch off (WCAG 2.1.4):
  // [data-keys-toggle] does, and the choice is kept in this browser.
  const store = "desk-keys";
  let keys = true;
  try { keys = localStorage.getItem(store) !== "off"; } catch { /* storage is blocked */ }
  const toggles = all("[data-keys-toggle]");
  const mark = () => {
    document.documentElement.classList.toggle("keys-off", !keys);
    toggles.forEach((button) => button.setAttribute("aria-pressed", String(keys)));
  };
  toggles.forEach((button) => {
    show(button);
    button.addEventListener("click", () => {
      keys = !keys;
      try { localStorage.setItem(store, keys ? "on" : "off"); } catch { /* this page only */ }
      mark();
    });
  });
  mark();

  const list = one(".alist");
  document.addEventListener("keydown", (e) => {
    if (!keys || e.defaultPrevented || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
    const step = { j: 1, k: -1 }[e.key];
    if (!step) return;
    const inRowBox = e.target.closest(".alist td.sel");
    if (!inRowBox && (e.target.isContentEditable || e.target.closest("input, select, textarea"))) return;
    if (list) {
      const stops = all(inRowBox ? "td.sel input" : ".alist__name > a", list);
      const row = e.target.closest(".alist tbody tr");
      const at = row ? stops.findIndex((el) => row.contains(el)) : -1;
      const next = at < 0 ? stops[0] : stops[at + step];
      if (next) {
        e.preventDefault();
        next.focus();
      }
      return;
    }
    const link = one(step > 0 ? 'a[rel~="next"]' : 'a[rel~="prev"]');
    if (link && !e.repeat) {
      e.preventDefault();
      link.click();
    }
  });
})();

// Scoring: 1 to 5, and 0 for 採点しない. A digit scores the criterion that has the focus, else the first
// one without a choice, and goes on to the next; after the last one to the button that saves.
(() => {
  "use strict";
  const form = document.querySelector("form[data-score-keys]");
  if (!form) return;
  const rows = [...form.querySelectorAll(".score-row")];
  const off = () => document.documentElement.classList.contains("keys-off");
  document.addEventListener("keydown", (e) => {
    if (off() || e.defaultPrevented || e.repeat || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
    if (!/^[0-5]$/.test(e.key) || e.target.isContentEditable || e.target.closest("textarea, select, input:not([type=radio])")) return;
    const row = rows.find((r) => r.contains(e.target)) || rows.find((r) => !r.querySelector(":checked"));
    const choice = row && row.querySelector(`input[value="${e.key === "0" ? "abstain" : e.key}"]`);
    if (!choice) return;
    e.preventDefault();
    choice.checked = true;
    const next = rows[rows.indexOf(row) + 1];
    (next ? next.querySelector(":checked") || next.querySelector("input") : form.querySelector("button[type=submit]")).focus();
  });
})();
