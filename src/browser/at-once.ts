/** What is sent by the choice itself: a file that is chosen, another line of a list. Without script the buttons do it. */

export function sendAtOnce(): void {
  for (const file of document.querySelectorAll<HTMLInputElement>('input[type="file"][data-at-once]')) {
    file.addEventListener('change', () => {
      if (file.files?.length === 1) file.form?.requestSubmit();
    });
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-at-once]')) {
    for (const button of form.querySelectorAll('button')) button.remove();
    form.addEventListener('change', () => form.requestSubmit());
  }
}
