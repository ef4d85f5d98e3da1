/** Vietnamese sentences: faults. */

export const faultsVi = {} as const;
