/** What is folded on a phone stands open where there is room; a field that will not do is never hidden in a fold. */

const WIDE = '(min-width: 721px)';

export function openFolds(): void {
  if (matchMedia(WIDE).matches) {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-wide-open]'))
      fold.open = true;
  }
  document.addEventListener(
    'invalid',
    ({ target }) => {
      const fold = target instanceof Element ? target.closest('details') : null;
      if (fold) fold.open = true;
    },
    true,
  );
}
