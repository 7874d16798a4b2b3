// Comfort only: every page works without this file.
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);

  // Live counter. Counts what a reader calls a character, a line break as one.
  const cut = Intl.Segmenter && new Intl.Segmenter("ja", { granularity: "grapheme" });
  const length = (text) => {
    const s = text.replace(/\r\n?/g, "\n");
    return cut ? [...cut.segment(s)].length : Array.from(s).length;
  };
  const count = (area) => {
    const out = document.getElementById(area.id + "-count");
    if (!out) return;
    const limit = Number(area.dataset.limit);
    const n = length(area.value);
    out.textContent = `${n} / ${limit}字`;
    out.classList.toggle("count--over", n > limit);
  };
  all("textarea[data-limit]").forEach((area) => area.addEventListener("input", () => count(area)));

  // Second submit within 10 seconds is dropped; the button itself is never disabled.
  let sent = new WeakMap();
  document.addEventListener("submit", (e) => {
    if (e.defaultPrevented) return;
    const now = Date.now();
    if (now - (sent.get(e.target) || -Infinity) < 10000) e.preventDefault();
    else sent.set(e.target, now);
  });
  // Also after "back": the browser may restore the page and what was typed.
  addEventListener("pageshow", () => {
    sent = new WeakMap();
    all("textarea[data-limit]").forEach(count);
  });

  // Copy buttons exist only where copying works (secure context).
  if (navigator.clipboard) {
    all("[data-copy]").forEach((button) => {
      const live = document.createElement("span");
      live.className = "vh";
      live.setAttribute("aria-live", "polite");
      button.after(live);
      button.hidden = false;
      const label = [...button.childNodes];
      let timer;
      const say = (text) => {
        clearTimeout(timer);
        button.textContent = live.textContent = text;
        timer = setTimeout(() => {
          button.replaceChildren(...label);
          live.textContent = "";
        }, 2000);
      };
      button.addEventListener("click", () =>
        navigator.clipboard.writeText(button.dataset.copy).then(
          () => say("コピーしました"),
          () => say("コピーできませんでした")));
    });
  }

  // Escape closes the menu (not while an input method is composing).
  document.addEventListener("keydown", (e) => {
    const menu = document.querySelector("details.menu[open]");
    if (e.key !== "Escape" || e.isComposing || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  const errors = document.querySelector(".errsum");
  if (errors) {
    errors.tabIndex = -1;
    errors.focus();
  }
})();
