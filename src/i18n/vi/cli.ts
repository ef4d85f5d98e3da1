/** Vietnamese sentences: cli. */

export const cliVi = {} as const;
