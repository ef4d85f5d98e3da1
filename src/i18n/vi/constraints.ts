/** Vietnamese sentences: constraints. */

export const constraintsVi = {} as const;
