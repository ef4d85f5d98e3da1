/** On a superior's lists: `/` finds, arrows walk the rows, R reminds, C calls, N goes to the next fault; a choice is sent at once. */

const search = document.querySelector<HTMLInputElement>('[data-slash]');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr.ov-row')];

// One tab stop for all rows; where it stands the arrows go on from.
rows.forEach((row, i) => {
  row.tabIndex = i === 0 ? 0 : -1;
});

function stand(index: number): void {
  const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
  if (!row) return;
  for (const each of rows) each.tabIndex = each === row ? 0 : -1;
  row.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}

const AT_ROW: Readonly<Record<string, string>> = { r: '.ov-remind a', c: '.ov-call', Enter: 'a' };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (event.key === '/' && search) search.focus();
  else if (event.key === 'ArrowDown') stand(at + 1);
  else if (event.key === 'ArrowUp') stand(Math.max(0, at - 1));
  else if (event.key === 'n')
    stand(rows.findIndex((row, i) => i > at && row.querySelector('.ov-short') !== null));
  else {
    const link = rows[at]?.querySelector<HTMLElement>(AT_ROW[event.key] ?? 'no-such');
    if (!link || document.activeElement === link) return;
    link.click();
  }
  event.preventDefault();
});

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-at-once-select]')) {
  form.querySelector('[data-find]')?.classList.add('hidden-words');
  const find = form.querySelector<HTMLElement>('[data-find]');
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement && event.target.type === 'search'))
      form.requestSubmit(find);
  });
}

export {};
