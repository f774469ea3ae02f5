// A button with data-copy puts the text of the element of that id into the clipboard and says so. Without this file, or
// where the browser keeps its clipboard shut, the text is there to be marked and copied by hand.
(() => {
  'use strict';

  const marked = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  };

  document.querySelectorAll('[data-copy]').forEach(button => {
    const text = document.getElementById(button.dataset.copy);
    const said = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener('click', async () => {
      let isCopied = false;
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        isCopied = true;
      } catch {
        isCopied = marked(text);
      }
      said.textContent = isCopied ? button.dataset.copied : '';
    });
  });
})();
