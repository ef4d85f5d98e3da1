/** Vietnamese sentences: feed. */

export const feedVi = {} as const;
