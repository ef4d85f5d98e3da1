/** “Sổ trực” and “Biên bản bàn giao ca” of one shift, as files. */

import { readHandover } from '../../app/handovers/read-handover.ts';
import { readLog } from '../../app/log/read-log.ts';
import { requirePart } from '../../app/log/watch-setting.ts';
import { incidentCode } from '../../domain/incident.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { formatPaperClock, formatPaperMoment } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type WatchRecord, watchRecord } from '../../output/documents/watch-record.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { entryRow } from './entry-rows.ts';

const FORMATS = ['pdf', 'docx'] as const;
const KINDS = ['book', 'handover'] as const;

export async function showRecord(visit: Visit, deps: WebDeps): Promise<Reply> {
  const format = FORMATS.find((each) => each === visit.param('format'));
  const kind = KINDS.find((each) => each === visit.param('kind'));
  if (!format || !kind) throw new AppError('not-found', 'web.failure.no-page');
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  await requirePart(deps.app, visit.param('unit'), kind === 'book' ? 'log' : 'handovers');
  const document = watchRecord(await recordOf(visit, deps, kind));
  const written = await deps.documents.write({ document, format }, askerOf(visit, deps));
  return fileReply(written);
}

async function recordOf(visit: Visit, { app }: WebDeps, kind: WatchRecord['kind']): Promise<WatchRecord> {
  const { language, say, query } = visit;
  const unitId = visit.param('unit');
  const shift = { periodId: query.get('period') ?? '', shiftId: query.get('shift') ?? '' };
  const open = await readHandover(app, { unitId, ...shift });
  const log = await readLog(app, { unitId, shift });
  const { version, shift: stood, staffIds } = open.change.outgoing;
  const { unit } = version.plan;
  const { zone } = unit;
  const context = { unitId, zone, nameOf: log.nameOf, corrections: open.corrections, writes: false };
  const words = shiftWords(language, version.plan, stood);
  const name = (entry: LogEntry): string => (entry.staffId === undefined ? '' : log.nameOf(entry.staffId));
  const namesOf = (ids: readonly string[]): string => ids.map(log.nameOf).join(', ');
  const last = open.written.given.at(-1);
  const reasons = new Map(
    open.entries.flatMap(({ facts, words }) =>
      typeof facts.reasonFor === 'number' ? [[facts.reasonFor, words] as const] : [],
    ),
  );
  const checks = open.checks.flatMap(({ check, dueAt, answer, missed }) => {
    const said = answer ? String(answer.facts.answer) : missed ? 'missed' : '';
    if (said === '' || said === 'pass') return [];
    const about = { at: formatPaperClock(language, dueAt, zone), name: check.name };
    const text = say('handover.check', { ...about, answer: say(`log.answer.${said}`) });
    const why = reasons.get(missed?.number ?? 0);
    return [why === undefined ? text : `${text}. ${why}`];
  });
  return {
    ...{ kind, language, zone, unit, at: visit.now, id: `${shift.periodId}-${shift.shiftId}` },
    opening: say('log.doc.opening', {
      moment: formatPaperMoment(language, open.change.at, zone),
      unit: unit.name,
    }),
    shift: say('log.shift', { what: words.what, day: words.day }),
    lines: open.entries.map((entry) => {
      const row = entryRow(visit, context, entry);
      return {
        number: row.number,
        at: row.at,
        kind: row.kind,
        system: row.system,
        words: wordsOf(visit, entry, row),
        who: row.who,
      };
    }),
    parts: [
      { title: say(kind === 'book' ? 'log.doc.people' : 'log.doc.given-people'), texts: [namesOf(staffIds)] },
      ...(kind === 'book'
        ? []
        : [
            {
              title: say('log.doc.next-people'),
              texts: open.change.incoming.map((crew) => namesOf(crew.staffIds)),
            },
          ]),
      {
        title: say('incidents.title'),
        texts: open.incidents.map(({ incident }) => `${incidentCode(incident)}, ${incident.title}`),
      },
      { title: say('log.open.title'), texts: open.openItems.map((entry) => entry.words) },
      { title: say('log.doc.checks'), texts: checks },
      { title: say('handover.state'), texts: [String(last?.facts.state ?? '')].filter(Boolean) },
      { title: say('handover.words'), texts: open.written.given.map((entry) => entry.words) },
      {
        title: say('handover.remark'),
        texts: open.written.remarks.map((entry) => `${name(entry)}: ${entry.words}`),
      },
    ],
    signed: [...open.written.given, ...open.written.received].map((entry) =>
      say(
        `log.doc.${entry.facts.step === 'give' ? 'given' : entry.facts.remarks === true ? 'remarked' : 'taken'}`,
        {
          name: name(entry),
          at: formatPaperMoment(language, entry.writtenAt, zone),
          words: entry.words,
        },
      ),
    ),
    giver: last ? name(last) : '',
    receiver: open.written.received[0] ? name(open.written.received[0]) : '',
  };
}

/** `Đính chính #12: Nhắc: …`, with what stands beside the words on the page. */
function wordsOf({ say }: Visit, { pictures }: LogEntry, row: ReturnType<typeof entryRow>): string {
  const before = [row.corrects, row.mark].filter(Boolean).map((each) => `${each}:`);
  const beside = [
    row.offline,
    row.correctedBy,
    pictures.length === 0 ? '' : say('log.doc.pictures', { count: pictures.length }),
  ];
  const after = beside.filter(Boolean).map((each) => `(${each})`);
  return [...before, row.words, row.figure, ...after].filter(Boolean).join(' ');
}
