// Comfort only: without this file every question is shown, and says whom it is for.
(() => {
  "use strict";
  document.querySelectorAll("[data-questions]").forEach((set) => {
    const form = set.form ?? set.closest("form") ?? document;
    const asked = [...set.querySelectorAll(".own--when")].map((box) => ({ box, when: box.dataset.when, is: JSON.parse(box.dataset.is) }));
    // Several of: each choice has a field of its own, Questions[key.choice].
    const belongs = (name, when) => name === when || name.startsWith(when.slice(0, -1) + ".");
    const answers = (when) => [...form.querySelectorAll("input, select")]
      .filter((field) => belongs(field.name, when) && !field.closest(".own[hidden]") && (field.matches("select") || field.checked))
      .map((field) => field.value);
    // In the order of the form: what a hidden question says does not count for the ones after it.
    const show = () => asked.forEach(({ box, when, is }) => {
      box.hidden = !answers(when).some((answer) => is.includes(answer)) && !box.querySelector("[aria-invalid]");
    });
    form.addEventListener("change", show);
    addEventListener("pageshow", show);
    show();
  });
})();
