// Small comforts. Every page works without them.
(() => {
  'use strict';

  const openMenus = () => document.querySelectorAll('details.menu[open]');

  document.addEventListener('click', event => {
    openMenus().forEach(menu => menu.contains(event.target) || menu.removeAttribute('open'));
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    openMenus().forEach(menu => {
      menu.removeAttribute('open');
      menu.querySelector('summary').focus();
    });
  });

  // A refused form says so first: also to those who hear the page.
  const refusal = document.querySelector('[data-focus]');
  if (refusal) refusal.focus();

  // An answer to a form stands at the address that the form was sent to, and cannot be asked for once more: who comes
  // back to it, or loads it again, is led to the page of the form instead.
  const form = document.referrer;
  if (document.querySelector('[data-focus], [data-answer]') && form.startsWith(location.origin + '/')) {
    history.replaceState(history.state, '', form);
  }

  // What htmx swapped in is announced by its first heading, unless the focus lies in it already or it has a live region.
  document.addEventListener('htmx:afterSettle', event => {
    const swapped = event.detail.target;
    if (!swapped || swapped.contains(document.activeElement) || swapped.closest('[aria-live], [role="status"]')) return;
    const heading = swapped.querySelector('h1, h2, h3, h4');
    if (!heading || swapped.hasAttribute('data-quiet')) return;
    heading.setAttribute('tabindex', '-1');
    heading.focus();
  });

  // Times are shown in the visitor's zone from the second page on; in the settings all zones are proposed.
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here && !document.cookie.includes('zone=' + here)) {
    document.cookie = 'zone=' + here + '; path=/; max-age=31536000; samesite=lax';
  }
  document.querySelectorAll('input[list="zones"]').forEach(input => {
    if (!Intl.supportedValuesOf) return;
    const list = document.createElement('datalist');
    list.id = 'zones';
    Intl.supportedValuesOf('timeZone').forEach(zone => list.append(new Option(zone, zone)));
    input.after(list);
  });

  // Following the link of an unread notification marks it read, before the next page counts them; in a new tab, too.
  const follow = event => {
    const link = event.target.closest('a[data-unread]');
    const token = document.querySelector('input[name="_csrf"]');
    if (!link || !token || event.button > 1) return;
    const body = new URLSearchParams({ id: link.dataset.unread, _csrf: token.value });
    const signal = AbortSignal.timeout(2000); // the page comes all the same
    const told = fetch('/notifications/opened', { method: 'POST', body, keepalive: true, signal });
    if (event.button === 1 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      told.catch(() => {});
      return;
    }
    event.preventDefault();
    const go = () => window.location.assign(link.href);
    told.then(go, go);
  };
  document.addEventListener('click', follow);
  document.addEventListener('auxclick', follow);

  // An error page that answers a part of a page takes the whole page, as it would without script.
  const show = text => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    document.title = page.title;
    document.body.replaceWith(page.body);
    const first = document.querySelector('[data-focus]') || document.querySelector('h1');
    if (first) {
      first.setAttribute('tabindex', '-1');
      first.focus();
    }
  };
  document.addEventListener('htmx:responseError', event => {
    const answer = event.detail.xhr;
    if ((answer.getResponseHeader('Content-Type') || '').startsWith('text/html')) show(answer.responseText);
  });

  // <form data-progress> with a <progress hidden> shows how far an upload is, and then what a plain form would lead to.
  // X-Progress keeps the server from counting the notice as shown: it is the next load that people see.
  document.addEventListener('submit', event => {
    const form = event.target;
    const bar = form.hasAttribute('data-progress') && form.querySelector('progress');
    if (!bar) return;
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', step => {
      bar.hidden = false;
      if (step.lengthComputable) {
        bar.max = step.total;
        bar.value = step.loaded;
      }
    });
    request.addEventListener('load', () => {
      if (request.status < 400) window.location.assign(request.responseURL);
      else show(request.responseText);
    });
    request.addEventListener('error', () => {
      bar.hidden = true;
      form.submit();
    });
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('X-Progress', '1');
    request.send(new FormData(form, event.submitter));
  });
})();
