/** `rota holiday notice`: the notice of a holiday in place of the guess, and what changes in the periods planned on it. */

import {
  enterHolidayNotice,
  type NoticeOutcome,
  previewHolidayNotice,
} from '../app/periods/enter-holiday-notice.ts';
import { typedNotice } from '../calendar/holiday-notice.ts';
import type { Parsed } from '../kernel/fault.ts';
import { effectLines, noticeLines } from '../output/holiday-notice-words.ts';
import { tellParsed } from './case-folder.ts';
import { type Command, type ExitCode, type Io, UsageError } from './command.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';

const ACTOR = 'rota holiday';
const ACTION = 'notice';
const DAY = 'DD/MM/YYYY';

export const holidayCommand: Command = {
  name: 'holiday',
  positionals: [ACTION],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'holiday', kind: 'text', placeholder: 'KEY' },
    { name: 'number', kind: 'text', placeholder: 'TEXT' },
    { name: 'date', kind: 'text', placeholder: DAY },
    { name: 'from', kind: 'text', placeholder: DAY },
    { name: 'to', kind: 'text', placeholder: DAY },
    { name: 'paid', kind: 'text', placeholder: `${DAY},…` },
    { name: 'swaps', kind: 'text', placeholder: `${DAY}=${DAY},…` },
    { name: 'dry-run', kind: 'flag' },
  ],

  async run(args, io): Promise<ExitCode> {
    const [word = ''] = args.positionals;
    if (word !== ACTION) throw new UsageError('cli.error.action', { value: word, actions: ACTION });
    const notice = typedNotice((name) => args.text(name) ?? '');
    const dry = args.flag('dry-run');
    return withApp(async (app): Promise<ExitCode> => {
      const unitId = await unitOf(app, args.text('unit'));
      const parsed = dry
        ? await previewHolidayNotice(app, { unitId, notice })
        : await enterHolidayNotice(app, { unitId, notice, actor: ACTOR });
      const outcome = tellParsed(asOptions(parsed), io, 'cli.holiday.faults');
      if (!outcome) return 2;
      io.out(
        io.json ? `${JSON.stringify({ saved: !dry, ...outcome }, null, 2)}\n` : wordsOf(outcome, dry, io),
      );
      return 0;
    });
  },
};

/** Its fields are the options here. */
function asOptions<T>(parsed: Parsed<T>): Parsed<T> {
  if (parsed.ok) return parsed;
  return { ok: false, faults: parsed.faults.map((each) => ({ ...each, column: `--${each.column}` })) };
}

function wordsOf({ entry, replaced, effects }: NoticeOutcome, dry: boolean, { language, say }: Io): string {
  const lines = [
    ...noticeLines(language, { entry, replaced, saved: !dry }),
    ...(effects.length === 0 ? [say('holiday-notice.no-periods')] : []),
    ...effects.flatMap((effect) => [
      '',
      say('holiday-notice.period', { period: effect.name }),
      ...effectLines(language, effect).map((line) => `  ${line}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
