/** Vietnamese sentences: sheet. */

export const sheetVi = {} as const;
