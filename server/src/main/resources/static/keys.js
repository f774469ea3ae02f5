// One key per answer, and only while the focus is inside an item of a list with data-keys: typing elsewhere is safe.
// From outside, J goes to the first. U takes back what was declined just now.
(() => {
  'use strict';

  const move = (item, step) => {
    const next = step > 0 ? item.nextElementSibling : item.previousElementSibling;
    if (next) next.focus();
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing || event.repeat) return;
    if (event.target.closest('input, select, textarea')) return;
    const item = event.target.closest('[data-keys] > li');
    const key = event.key.toLowerCase();
    const undo = document.querySelector('[data-undo]');
    if (key === 'u' && undo && (item || event.target.closest('#just'))) { undo.click(); return; }
    if (!item) {
      if (key === 'j') document.querySelector('[data-keys] > li')?.focus();
      return;
    }
    if (key === 'j' || key === 'k') { move(item, key === 'j' ? 1 : -1); return; }
    const button = Array.from(item.querySelectorAll('[data-key]')).find(one => one.dataset.key === key);
    if (button) { event.preventDefault(); button.click(); }
  });
})();
