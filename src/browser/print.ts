/** One click to print: shows the print buttons, which do nothing without script, and opens the print dialog. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
