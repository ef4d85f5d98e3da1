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

/** Who marks a shift wants it in return: no second touch says so. */
function chooseWanted({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.name !== 'wanted' || !target.checked) return;
  const choice = form?.querySelector<HTMLInputElement>('input[name="choice"][value="wanted"]');
  if (choice) choice.checked = true;
}

form?.addEventListener('change', chooseWanted);
form?.addEventListener('change', nameButton);
nameButton();

export {};
