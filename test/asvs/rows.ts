/** The rows of OWASP ASVS 5.0 this program answers for, each by a test of its number or by a paragraph of SECURITY.md. */

const upTo = (section: string, last: number): string[] =>
  Array.from({ length: last }, (_, i) => `${section}.${i + 1}`);

export const ROWS: readonly string[] = [
  ...['1.2.10', '2.3.3', '2.4.1'],
  ...upTo('3.3', 5),
  ...upTo('3.4', 8),
  ...upTo('3.5', 8),
  '5.2.1',
  ...upTo('6.2', 12),
  ...upTo('6.3', 8),
  ...upTo('7.2', 4),
  ...upTo('8.2', 4),
  ...['8.3.1', '11.5.1', '14.2.1', '14.3.2', '15.2.2', '15.4.2', '16.1.1'],
  ...upTo('16.2', 5),
  ...upTo('16.3', 4),
  ...upTo('16.4', 3),
  ...upTo('16.5', 4),
];

/** No test can show these: they are of the place it runs in, or not met, and SECURITY.md says which and why. */
export const WRITTEN: readonly string[] = [
  ...['3.4.7', '3.5.4', '6.2.12', '6.3.3', '6.3.5', '6.3.6', '6.3.7', '8.2.4', '14.2.1'],
  ...['16.1.1', '16.2.3', '16.4.3'],
];
