/** One touch: what fell due was looked at. The first answer stands; a second becomes a line beside it. */

import type { Instant } from '../../calendar/interval.ts';
import type { Picture } from '../../domain/log-entry.ts';
import { MOST_WORDS, type Wanted } from '../../domain/log-entry.ts';
import { type CheckAnswer, dueChecks, figureAnswer } from '../../domain/watch-check.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findUnit } from '../../store/unit-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type WrittenEntry, writeEntry } from '../log/write-entry.ts';
import { versionsDuring } from '../versions/versions-in-force.ts';
import { listChecks, readDueChecks } from './read-checks.ts';

export interface CheckAnswering {
  readonly unitId: string;
  readonly checkId: string;
  readonly dueAt: Instant;
  readonly key: string;
  readonly actor: string;
  readonly staffId?: string;
  readonly agoMs?: number;
  /** Of a figure, its limits decide between pass and fail. */
  readonly answer: CheckAnswer;
  readonly figure?: number;
  readonly words?: string;
  readonly wants?: Wanted;
  readonly pictures?: readonly Picture[];
}

/** Throws as `writeEntry`; `not-found`, `error.check.not-due`; `invalid`, `error.check.figure`, `error.check.words`. */
export async function answerCheck(app: App, answering: CheckAnswering): Promise<WrittenEntry> {
  const { unitId, checkId, dueAt, key, actor, agoMs = 0, figure, words = '', ...rest } = answering;
  allow(app, 'log.write', { unitId, ...(rest.staffId === undefined ? {} : { staffId: rest.staffId }) });
  const check = (await listChecks(app, unitId)).find(({ id }) => id === checkId);
  const span = { start: dueAt, end: (dueAt + 1) as Instant };
  const [due] = check
    ? dueChecks({
        checks: [check],
        versions: await versionsDuring(app, unitId, span),
        span,
        zone: (await findUnit(app.db, unitId))?.zone ?? 'UTC',
      })
    : [];
  if (!check || !due) throw new AppError('not-found', 'error.check.not-due');
  if (check.asks.kind === 'figure' && rest.answer !== 'unable' && !Number.isFinite(figure)) {
    throw new AppError('invalid', 'error.check.figure');
  }
  if (check.asks.kind === 'words' && rest.answer !== 'unable' && words.trim() === '') {
    throw new AppError('invalid', 'error.check.words');
  }
  const answer =
    figure !== undefined && rest.answer !== 'unable' ? figureAnswer(check.asks, figure) : rest.answer;
  const standing = (await readDueChecks(app, unitId, span)).find((each) => each.check.id === checkId);
  const isSecond = standing?.answer !== undefined && standing.answer.key !== key;
  const writtenAt = app.clock() - agoMs;
  const { staffId, wants, pictures } = rest;
  return writeEntry(app, {
    ...{ unitId, key, actor, agoMs, postId: check.postId, kind: 'check', system: check.system },
    severity: answer === 'pass' ? 'normal' : answer === 'fail' ? check.severity : 'warning',
    words: (words.trim() === '' ? check.name : `${check.name}: ${words.trim()}`).slice(0, MOST_WORDS),
    subject: { kind: 'check', id: checkId },
    facts: {
      ...{ due: dueAt, answer },
      ...(figure === undefined ? {} : { figure }),
      ...(writtenAt >= due.until ? { late: true } : {}),
      ...(isSecond ? { second: true } : {}),
    },
    ...(staffId === undefined ? {} : { staffId }),
    ...(wants === undefined ? {} : { wants }),
    ...(pictures === undefined ? {} : { pictures }),
  });
}
