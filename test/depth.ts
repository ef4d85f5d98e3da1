/** How much a test of many random cases looks at: some in `npm test`, so that it is run often, all in `npm run test:deep`. */

export function depth<T>({ short, deep }: { readonly short: T; readonly deep: T }): T {
  return process.env.TEST_DEPTH === 'deep' ? deep : short;
}
