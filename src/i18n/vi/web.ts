/** Vietnamese sentences: web. */

export const webVi = {} as const;
