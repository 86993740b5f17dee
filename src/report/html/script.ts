/**
 * What the page does in a browser: views, filters, keys. Without it everything can still be read.
 * It is one plain script, since the page must open from a folder without a network; its hash stands in the page's
 * security policy, so that no other script can ever run there. It may not contain a closing script tag.
 */
export const script = `
'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const text = one('#text');
  const tools = one('#tools');
  const keys = one('#keys');
  if (!text || !tools) return;

  const notes = all('.notes > li', text).map((element) => ({
    element,
    kind: element.className,
    stage: element.dataset.s,
    passage: element.closest('.passage'),
    words: element.textContent.toLowerCase(),
  }));
  const passages = all('.passage', text);
  const views = all('[data-view]', tools);
  const kinds = all('[name=kind]', tools);
  const stage = one('#stage');
  const search = one('#search');
  let current;

  function showView(view) {
    if (view === 'side') pairUp();
    text.dataset.show = view;
    for (const button of views) {
      button.setAttribute('aria-pressed', String(button.dataset.view === view));
    }
    if (current) bringIntoView(current);
  }

  function nextView() {
    const names = views.map((button) => button.dataset.view);
    showView(names[(names.indexOf(text.dataset.show) + 1) % names.length]);
  }

  /** Side by side shows each paragraph twice; the second one is made from the first when it is first asked for. */
  function pairUp() {
    for (const paragraph of all('.passage > .t', text)) {
      if (paragraph.nextElementSibling?.classList.contains('after')) return;
      const copy = paragraph.cloneNode(true);
      copy.classList.add('after');
      copy.removeAttribute('id');
      paragraph.after(copy);
    }
  }

  function filter() {
    const shownKinds = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.trim().toLowerCase();
    const shownPassages = new Set();
    let shown = 0;
    for (const note of notes) {
      const fits =
        shownKinds.has(note.kind) &&
        (stage.value === '' || note.stage === stage.value) &&
        note.words.includes(words);
      note.element.hidden = !fits;
      if (!fits) continue;
      shown += 1;
      shownPassages.add(note.passage);
    }
    const filtered = shown < notes.length;
    for (const passage of passages) passage.hidden = filtered && !shownPassages.has(passage);
    text.classList.toggle('filtered', filtered);
    one('#shown').textContent = filtered ? shown + ' of ' + notes.length + ' shown' : '';
    one('#none').hidden = shown > 0 || notes.length === 0;
  }

  function clearFilters() {
    for (const box of kinds) box.checked = true;
    stage.value = '';
    search.value = '';
    filter();
  }

  function step(by) {
    const shown = notes.filter((note) => !note.element.hidden);
    if (shown.length === 0) return;
    const place = shown.indexOf(current);
    const next = place < 0 ? (by > 0 ? 0 : shown.length - 1) : place + by;
    choose(shown[Math.min(shown.length - 1, Math.max(0, next))]);
  }

  function choose(note) {
    if (current) mark(current, false);
    current = note;
    mark(note, true);
    note.element.tabIndex = -1;
    note.element.focus({ preventScroll: true });
    bringIntoView(note);
  }

  function mark(note, on) {
    if (on) note.element.setAttribute('aria-current', 'true');
    else note.element.removeAttribute('aria-current');
    for (const link of all('.t a', note.passage)) {
      if (link.hash === '#' + note.element.id) link.classList.toggle('on', on);
    }
  }

  function bringIntoView(note) {
    const place = note.element.getBoundingClientRect();
    if (place.top < 120 || place.bottom > innerHeight - 24) note.element.scrollIntoView({ block: 'center' });
  }

  function followHash() {
    const note = notes.find(({ element }) => '#' + element.id === location.hash);
    if (!note) return;
    if (note.element.hidden) clearFilters();
    choose(note);
  }

  function unfold() {
    const folds = all('details.fold', text);
    const open = folds.some((fold) => !fold.open);
    for (const fold of folds) fold.open = open;
  }

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    f: () => search.focus(),
    s: nextView,
    e: unfold,
    '?': () => keys.showModal(),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target === search && event.key === 'Escape') {
      search.value = '';
      filter();
      search.blur();
    }
    if (event.target.closest?.('input[type=search], select')) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  for (const button of views) button.addEventListener('click', () => showView(button.dataset.view));
  for (const box of [...kinds, stage]) box.addEventListener('change', filter);
  search.addEventListener('input', filter);
  one('#unfold')?.addEventListener('click', unfold);
  one('#help').addEventListener('click', () => keys.showModal());
  one('#clear').addEventListener('click', clearFilters);
  addEventListener('hashchange', followHash);

  tools.hidden = false;
  filter();
  followHash();
})();
`;
