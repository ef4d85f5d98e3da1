/** One step of the schema: never edited once shipped, since databases out there have taken it. */

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}
