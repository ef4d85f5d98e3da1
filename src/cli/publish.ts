/** `rota publish`: a case and its roster become the period's next version. */

import type { App } from '../app/app.ts';
import { findDraft } from '../app/drafts/find-draft.ts';
import { saveDraft } from '../app/drafts/save-draft.ts';
import { loadCase } from '../app/periods/load-case.ts';
import { publishVersion } from '../app/versions/publish-version.ts';
import type { Roster } from '../domain/roster.ts';
import type { Certificate, RosterVersion } from '../domain/version.ts';
import { violationText, violationWhere } from '../output/violation-words.ts';
import { tellParsed } from './case-folder.ts';
import type { Command, Io } from './command.ts';
import { type OpenedCase, openCase, openRoster } from './open-case.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota publish';

export const publishCommand: Command = {
  name: 'publish',
  positionals: ['CASE'],
  options: [
    { name: 'roster', kind: 'text', placeholder: 'FILE', required: true },
    { name: 'note', kind: 'text', placeholder: 'TEXT' },
    { name: 'reason', kind: 'text', placeholder: 'TEXT' },
    { name: 'replaces', kind: 'texts', placeholder: 'PERIOD' },
  ],

  async run(args, io) {
    const opened = openCase(args.positionals[0] ?? '', io);
    const roster = opened && openRoster(args.text('roster') ?? '', opened.plan, io);
    if (!opened || !roster) return 2;
    const words = {
      note: args.text('note') ?? '',
      reason: args.text('reason') ?? '',
      replaces: args.texts('replaces'),
    };
    const version = await withApp((app) => publishCase(app, { opened, roster, ...words }, io));
    if (!version) return 1;
    const { name } = version.plan.period;
    const told = {
      period: version.periodId,
      version: version.number,
      publishedAt: new Date(version.publishedAt).toISOString(),
    };
    io.out(
      io.json
        ? `${JSON.stringify(told, null, 2)}\n`
        : `${io.say('cli.published', { version: version.number, period: name })}\n`,
    );
    return 0;
  },
};

export interface CasePublishing {
  readonly opened: OpenedCase;
  readonly roster: Roster;
  readonly certificate?: Certificate;
  readonly note: string;
  /** Why it is published although hard rules are broken; empty when there is no reason. */
  readonly reason: string;
  /** Ids of periods whose published hours it takes over. */
  readonly replaces?: readonly string[];
}

/** Loads the case, saves the roster as its draft and publishes that; undefined when refused, which is then told. */
export async function publishCase(
  app: App,
  publishing: CasePublishing,
  io: Io,
): Promise<RosterVersion | undefined> {
  const { opened, roster, certificate, note, reason } = publishing;
  const loaded = await loadCase(app, { source: opened.source, actor: ACTOR });
  if (!loaded.ok) {
    tellParsed(loaded, io);
    return undefined;
  }
  const key = loaded.value;
  const seenRevision = (await findDraft(app, key))?.draft.revision ?? 0;
  const { revision } = await saveDraft(app, {
    key,
    roster,
    seenRevision,
    actor: ACTOR,
    ...(certificate ? { certificate } : {}),
  });
  const result = await publishVersion(app, {
    key,
    revision,
    note,
    overrideReason: reason,
    replaces: publishing.replaces ?? [],
    noteOfReplaced: ({ name }) => io.say('cli.publish.replaced-note', { period: name }),
    actor: ACTOR,
  });
  if (result.published) return result.version;
  if (result.refusal === 'hard-violations') {
    const { plan } = opened;
    const lines = result.violations.map(
      (each) => `  ${violationText(io.language, each)} · ${violationWhere(io.language, plan, each)}`,
    );
    io.err(`${[io.say('cli.publish.refused', { count: result.violations.length }), ...lines].join('\n')}\n`);
  } else if (result.refusal === 'outdated') {
    io.err(`${io.say('cli.publish.outdated', { count: result.dropped.length })}\n`);
  } else if (result.refusal === 'covers-twice') {
    for (const { period, shifts } of result.covered) {
      const { id, name } = period;
      io.err(`${io.say('cli.publish.covers-twice', { period: name, id, count: shifts.length })}\n`);
    }
  }
  return undefined;
}
