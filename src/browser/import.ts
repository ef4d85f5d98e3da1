/**
 * Taking in a table: what is pasted keeps its cells, as the clipboard has them in HTML; another sheet, heading or column is looked at at once. Without script the buttons do all of it.
 */

const area = document.querySelector<HTMLTextAreaElement>('textarea[name="paste"]');
const html = document.querySelector<HTMLInputElement>('input[name="pasteHtml"]');
/** As the server takes them (`text-decoding.ts`). */
const MOST_SIGNS = 5_000_000;

area?.addEventListener('paste', (event) => {
  const copied = event.clipboardData?.getData('text/html') ?? '';
  const whole = area.value.trim() === '' || area.selectionEnd - area.selectionStart === area.value.length;
  // Pasted into something, or no table: what stands in the box counts.
  if (html) html.value = whole && /<table[\s>]/i.test(copied) && copied.length < MOST_SIGNS ? copied : '';
});
area?.addEventListener('input', (event) => {
  if (html && event instanceof InputEvent && event.inputType !== 'insertFromPaste') html.value = '';
});

const check = document.querySelector<HTMLButtonElement>('button[name="do"][value="check"]');
for (const choice of document.querySelectorAll<HTMLElement>('[data-looks-again]')) {
  choice.addEventListener('change', () => check?.form?.requestSubmit(check));
}

export {};
