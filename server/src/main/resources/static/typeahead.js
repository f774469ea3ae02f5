// Suggestions under a text field: the WAI-ARIA editable combobox with a listbox.
//
//   <input name="area" data-typeahead="/vocabulary/city" data-typeahead-id="areaId"
//          data-typeahead-say="{0} suggestions. Use the arrow keys." data-typeahead-none="No suggestions. Your own words are fine.">
//   <input type="hidden" name="areaId">
//
// data-typeahead-id names the hidden field of the same form that takes the id of what was chosen (emptied when one types on).
// data-typeahead-many completes the last of several texts separated by commas.
// An offer with an address leads there when it is chosen.
// Without this file the field is a plain field. Fields that htmx swaps in are found as well.
"use strict";
(() => {
  const PAUSE_MILLIS = 120;
  let count = 0;

  function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function begin(input) {
    const number = ++count;
    const many = input.hasAttribute("data-typeahead-many");
    const idField = input.form && input.dataset.typeaheadId ? input.form.elements[input.dataset.typeaheadId] : null;
    const label = input.labels && input.labels[0];
    const list = element("ul", { class: "offers", role: "listbox", id: "offers-" + number, hidden: "" });
    if (label) list.setAttribute("aria-label", label.textContent.trim());
    const status = element("span", { class: "vh", role: "status" });
    const frame = element("span", { class: "typeahead" });
    input.replaceWith(frame);
    frame.append(input, list, status);
    for (const [key, value] of Object.entries({
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(key, value);

    let offers = [];
    let active = -1;
    let timer = 0;
    let running = null;

    const isOpen = () => !list.hidden;

    function close() {
      clearTimeout(timer);
      if (running) running.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function point(index) {
      active = index;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    }

    // The part of the field that is being typed: all of it, or what follows the last comma.
    const begun = () => (many ? input.value.slice(input.value.lastIndexOf(",") + 1) : input.value).trim();

    function choose(index) {
      const offer = offers[index];
      if (offer.address) return void location.assign(offer.address);
      if (many) {
        const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
        input.value = before + (before ? " " : "") + offer.value;
      } else {
        input.value = offer.value;
      }
      if (idField) idField.value = offer.id;
      close();
      status.textContent = offer.value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function show(found) {
      offers = found;
      list.replaceChildren(...found.map((offer, at) => {
        const option = element("li", { role: "option", id: list.id + "-" + at, "aria-selected": "false" });
        option.append(offer.label);
        if (offer.detail) {
          const detail = element("small", {});
          detail.append(" " + offer.detail);
          option.append(detail);
        }
        return option;
      }));
      point(-1);
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(isOpen()));
      status.textContent = found.length === 0
        ? input.dataset.typeaheadNone || ""
        : (input.dataset.typeaheadSay || "{0}").replace("{0}", String(found.length));
    }

    async function ask() {
      const typed = begun();
      if (!typed) return close();
      if (running) running.abort();
      running = new AbortController();
      try {
        const answer = await fetch(input.dataset.typeahead + "?q=" + encodeURIComponent(typed), {
          headers: { Accept: "application/json" }, signal: running.signal,
        });
        if (!answer.ok) return close();
        const found = (await answer.json()).suggestions;
        if (document.activeElement === input) show(found);
      } catch (problem) {
        if (problem.name !== "AbortError") close();
      }
    }

    input.addEventListener("input", () => {
      if (idField) idField.value = "";
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MILLIS);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!isOpen()) return void ask();
        // The field itself is one of the stops: past the last option one is back at what one typed.
        const stops = offers.length + 1;
        const step = event.key === "ArrowDown" ? 1 : -1;
        point(((active + 1 + step + stops) % stops) - 1);
      } else if (event.key === "Enter" && isOpen() && active >= 0) {
        event.preventDefault();
        choose(active);
      } else if (event.key === "Escape" && isOpen()) {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (event.key === "Home" || event.key === "End") {
        point(-1);
      }
    });
    // Pressing must not take the focus from the field, or the list would close before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose([...list.children].indexOf(option));
    });
  }

  function beginAll(root) {
    for (const input of root.querySelectorAll("input[data-typeahead]:not([role=combobox])")) begin(input);
  }

  beginAll(document);
  document.addEventListener("htmx:load", (event) => beginAll(event.target));
})();
