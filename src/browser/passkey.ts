/**
 * Forms that a passkey answers: on the touch the browser is asked for one, to come in by or to add, and its answer goes with
 * the form. They stay hidden where the browser knows no passkeys.
 */

interface AskedKey {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports?: AuthenticatorTransport[];
}

function octets(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (octet) => String.fromCharCode(octet));
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function keys(asked: readonly AskedKey[] = []): PublicKeyCredentialDescriptor[] {
  return asked.map(({ id, ...key }) => ({ ...key, id: octets(id) }));
}

async function create(options: string): Promise<object> {
  const { challenge, user, excludeCredentials, ...asked } = JSON.parse(options);
  const made = (await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: octets(challenge),
      user: { ...user, id: octets(user.id) },
      excludeCredentials: keys(excludeCredentials),
    },
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...told(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function get(options: string): Promise<object> {
  const { challenge, allowCredentials, ...asked } = JSON.parse(options);
  const got = (await navigator.credentials.get({
    publicKey: { ...asked, challenge: octets(challenge), allowCredentials: keys(allowCredentials) },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature } = got.response as AuthenticatorAssertionResponse;
  const response = { clientDataJSON, authenticatorData, signature };
  return {
    ...told(got),
    response: Object.fromEntries(Object.entries(response).map(([name, buffer]) => [name, text(buffer)])),
  };
}

function told({ id, rawId, type }: PublicKeyCredential): object {
  return { id, rawId: text(rawId), type };
}

async function answer(form: HTMLFormElement): Promise<void> {
  const words = form.querySelector<HTMLElement>('[data-passkey-text]');
  const field = form.querySelector<HTMLInputElement>('input[name=answer]');
  const { options = '', passkey } = form.dataset;
  try {
    const given = await (passkey === 'create' ? create(options) : get(options));
    if (field) field.value = JSON.stringify(given);
    form.submit();
  } catch {
    // Closed, timed out, no key of this account: the browser says no more of it.
    if (words) words.textContent = words.dataset.failed ?? '';
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) continue;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(form);
  });
}

export {};
