/** Names the one a swap is asked of on the button that sends it. */

const button = document.querySelector<HTMLButtonElement>('button[data-to]');
const form = button?.form;

function nameButton(): void {
  if (!button) return;
  const chosen = form?.querySelector<HTMLInputElement>('input[name="choice"]:checked');
  const to = chosen?.dataset.name;
  const { to: words = '', plain = '' } = button.dataset;
  button.textContent = to === undefined ? plain : words.replace('%', () => to);
}

form?.addEventListener('change', nameButton);
nameButton();

export {};
