/** A unit's people on duty at a moment, as a row and as a card to call from. Hidden telephones show their last three digits. */

import type { UnitOnDuty } from '../../app/overview/on-duty-below.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import type { Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { shortMoment } from './need-words.ts';

function personView({ say }: Visit, { name, title, phone }: AnswerDuty, phones: boolean) {
  const shown = phone === '' || phones ? phone : say('overview.duty.hidden', { digits: phone.slice(-3) });
  const href = phone !== '' && phones ? telephonePath(phone) : '';
  return { name, title, phone: shown, href, label: say('overview.call', { name, phone: shown }) };
}

function contactDuty({ now }: Visit, { name, title, phone }: UnitOnDuty['unit']['contact']): AnswerDuty {
  return { name, title, phone, tier: 'leader', label: '', span: { start: now, end: now } };
}

export function dutyRow(visit: Visit, { unit, duties, missing, urgent, phones }: UnitOnDuty) {
  const { say } = visit;
  const leaders = duties.filter(({ tier }) => tier === 'leader');
  const others = duties.filter(({ tier }) => tier !== 'leader');
  const lacks = (isLeader: boolean) =>
    missing
      .filter(({ demand }) => (demand.tier === 'leader') === isLeader)
      .map(({ demand, held }) =>
        say(held === 0 ? 'overview.duty.empty' : 'overview.duty.few', {
          demand: demand.name,
          held,
          least: demand.least,
        }),
      );
  const none = unit.answer === undefined;
  const side = (people: readonly AnswerDuty[], isLeader: boolean) => {
    const [first] = people;
    const beside = people.length > 1 ? say('overview.duty.and', { count: people.length - 1 }) : '';
    return {
      person: first ? { ...personView(visit, first, phones), beside } : false,
      lacks: none ? [] : lacks(isLeader),
    };
  };
  const { contact } = unit;
  return {
    name: unit.name,
    unsent: none ? say('overview.list.none') : '',
    leader: side(leaders, true),
    other:
      none && contact.name !== ''
        ? {
            person: {
              ...personView(visit, contactDuty(visit, contact), phones),
              title: say('overview.duty.contact'),
              beside: '',
            },
            lacks: [],
          }
        : side(others, false),
    bad: urgent,
  };
}

export function callCard(visit: Visit, { unit, order, duties, phones }: UnitOnDuty) {
  const { say, now } = visit;
  const { answer, contact } = unit;
  // Who sent nothing names nobody: the contact is called.
  const first =
    duties.length > 0 || contact.name === ''
      ? []
      : [
          {
            ...personView(visit, contactDuty(visit, contact), phones),
            ...{ number: 1, post: say('overview.duty.contact'), until: '' },
          },
        ];
  const people =
    first.length > 0
      ? first
      : duties.map((duty, i) => ({
          ...personView(visit, duty, phones),
          number: i + 1,
          post: duty.label,
          until: say('overview.duty.until', { clock: clockTimeOf(duty.span.end, order.zone) }),
        }));
  return {
    name: unit.name,
    people,
    list: answer
      ? say('overview.duty.list', { number: answer.number, at: shortMoment(answer.sentAt, now, order.zone) })
      : say('overview.list.none'),
    order: order.content.name,
  };
}
