/** What an attack is, and what lists of them are given to. A module of attacks opens what it needs once, and closes it. */

export interface Attack {
  /** What is sent, in words. */
  readonly name: string;
  /** Also run by `npm test`. */
  readonly short?: true;
  /** What came through, in words; undefined when everything that must hold held. */
  run(): Promise<string | undefined>;
}

export interface AttackModule {
  readonly name: string;
  open(): Promise<{ readonly attacks: readonly Attack[]; close(): Promise<void> }>;
}

export interface Fought {
  readonly name: string;
  readonly through?: string;
}

/** One after another. @param wanted which of them. */
export async function fight(
  module: AttackModule,
  wanted: (attack: Attack) => boolean = () => true,
  tell: (fought: Fought) => void = () => {},
): Promise<Fought[]> {
  const { attacks, close } = await module.open();
  const all: Fought[] = [];
  try {
    for (const attack of attacks.filter(wanted)) {
      const through = await attack.run().catch((error: unknown) => String(error));
      const fought = {
        name: `${module.name}: ${attack.name}`,
        ...(through === undefined ? {} : { through }),
      };
      tell(fought);
      all.push(fought);
    }
  } finally {
    await close();
  }
  return all;
}
