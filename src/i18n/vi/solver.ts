/** Vietnamese sentences: solver. */

export const solverVi = {} as const;
