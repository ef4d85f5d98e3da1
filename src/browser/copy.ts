/** Copies a text to the clipboard on one click; the button is hidden without script. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const text = document.getElementById(button.dataset.copy ?? '')?.textContent ?? '';
    void navigator.clipboard.writeText(text).then(() => {
      const words = button.querySelector('span');
      if (words) words.textContent = button.dataset.copied ?? '';
    });
  });
}
