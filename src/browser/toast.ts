/** Short messages at the lower left: they go by themselves, but for errors, which stay until closed by the next. */

export interface Toast {
  readonly words: string;
  readonly isError?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
}

const SHOWN_MS = 8000;

export function showToast({ words, isError = false, action = '', onAction }: Toast): void {
  const place = document.querySelector('[data-toasts]');
  if (!place || words === '') return;
  const toast = document.createElement('div');
  toast.className = isError ? 'toast toast-error' : 'toast';
  const text = document.createElement('span');
  text.textContent = words;
  toast.append(text);
  if (action !== '' && onAction) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action;
    button.addEventListener('click', () => {
      toast.remove();
      onAction();
    });
    toast.append(button);
  }
  place.replaceChildren(toast);
  if (!isError) setTimeout(() => toast.remove(), SHOWN_MS);
}
