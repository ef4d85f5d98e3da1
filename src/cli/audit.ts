/** `rota audit verify`: whether anyone has laid hands on the audit trail. */

import { type AuditVerdict, verifyAudit } from '../app/access/verify-audit.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { withApp } from './with-app.ts';

export const auditCommand: Command = {
  name: 'audit',
  positionals: ['verify'],
  options: [],

  async run({ positionals: [action = ''] }, io) {
    if (action !== 'verify') throw new UsageError('cli.error.action', { value: action, actions: 'verify' });
    const verdict = await withApp(verifyAudit);
    io.out(io.json ? `${JSON.stringify(verdict)}\n` : `${words(verdict, io).join('\n')}\n`);
    return verdict.faults.length === 0 ? 0 : 1;
  },
};

function words({ entries, unchained, from, until, faults }: AuditVerdict, io: Io): string[] {
  const proven =
    from === undefined || until === undefined ? [] : [io.say('cli.audit.proven', { from, until })];
  return [
    ...(faults.length > 0
      ? faults.map(({ kind, number }) => io.say(`cli.audit.${kind}`, { number }))
      : [io.say('cli.audit.intact', { entries }), ...proven]),
    ...(unchained > 0 ? [io.say('cli.audit.unchained', { count: unchained })] : []),
  ];
}
