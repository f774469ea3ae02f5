// Suggestions while one types "@name" into a text: a list below it, by keyboard or mouse.
//
//   <textarea data-mentions="/updates/mentions" data-mentions-say="{0} people. Use the arrow keys.">
//
// Without this file the field is a plain field, and a handle typed by hand is a mention all the same.
"use strict";
(() => {
  const PAUSE_MILLIS = 150;
  const BEGUN = /(?:^|[\s(])@([\p{L}\p{N}-]{1,40})$/u;
  let count = 0;

  function begin(text) {
    const list = document.createElement("ul");
    list.className = "offers";
    list.id = "mentions-" + ++count;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", text.labels[0] ? text.labels[0].textContent.trim() : "@");
    const status = document.createElement("span");
    status.className = "vh";
    status.setAttribute("role", "status");
    const frame = document.createElement("span");
    frame.className = "typeahead";
    text.replaceWith(frame);
    frame.append(text, list, status);
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-controls", list.id);

    let offers = [];
    let active = -1;
    let timer = 0;
    let running = null;

    const isOpen = () => !list.hidden;
    const begun = () => {
      const found = text.selectionStart === text.selectionEnd && BEGUN.exec(text.value.slice(0, text.selectionStart));
      return found ? found[1] : "";
    };

    function close() {
      clearTimeout(timer);
      if (running) running.abort();
      list.hidden = true;
      active = -1;
      text.removeAttribute("aria-activedescendant");
    }

    function point(index) {
      active = index;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      text.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }

    function choose(index) {
      const end = text.selectionStart;
      const start = end - begun().length;
      const handle = offers[index].id + " ";
      text.setRangeText(handle, start, end, "end");
      status.textContent = offers[index].label;
      close();
    }

    function show(found) {
      offers = found;
      list.replaceChildren(...found.map((offer, at) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + at;
        option.setAttribute("role", "option");
        option.append(offer.label);
        const detail = document.createElement("small");
        detail.append(" @" + offer.id);
        option.append(detail);
        return option;
      }));
      list.hidden = found.length === 0;
      status.textContent = found.length === 0 ? "" : (text.dataset.mentionsSay || "{0}").replace("{0}", String(found.length));
      if (found.length > 0) point(0);
    }

    async function ask() {
      const typed = begun();
      if (!typed) return close();
      if (running) running.abort();
      running = new AbortController();
      try {
        const answer = await fetch(text.dataset.mentions + "?q=" + encodeURIComponent(typed), {
          headers: { Accept: "application/json" }, signal: running.signal,
        });
        if (!answer.ok) return close();
        const found = (await answer.json()).suggestions;
        if (document.activeElement === text && begun()) show(found);
      } catch (problem) {
        if (problem.name !== "AbortError") close();
      }
    }

    text.addEventListener("input", () => {
      clearTimeout(timer);
      if (!begun()) return close();
      timer = setTimeout(ask, PAUSE_MILLIS);
    });
    text.addEventListener("blur", close);
    text.addEventListener("keydown", (event) => {
      if (event.isComposing || !isOpen()) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        point((active + (event.key === "ArrowDown" ? 1 : offers.length - 1)) % offers.length);
      } else if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        choose(active);
      } else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the field keeps the focus
      const option = event.target.closest("[role=option]");
      if (option) choose([...list.children].indexOf(option));
    });
  }

  document.querySelectorAll("textarea[data-mentions]").forEach(begin);
})();
