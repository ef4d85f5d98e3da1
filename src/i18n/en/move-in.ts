/** English sentences: moving in from another on-call tool. */

import type { moveInVi } from '../vi/move-in.ts';

export const moveInEn: Record<keyof typeof moveInVi, string> = {
  'move-in.title': 'Move in from another tool',
  'move-in.lead':
    'Brings a schedule of Opsgenie, Grafana OnCall or GoAlert, or a feed of iCalendar, into {period}. Nothing is written before you confirm each step.',
  'move-in.link': 'Move in from Opsgenie, Grafana OnCall, GoAlert, iCalendar',
  'move-in.file-title': 'Choose a file',
  'move-in.file': 'JSON or .ics file',
  'move-in.file-hint':
    'JSON is what the tool’s API answers, one answer or several in one file: Opsgenie (schedule with rotations, overrides, users), Grafana OnCall (schedules, on_call_shifts, users or final_shifts), GoAlert (schedule, rotations, userOverrides, users).',
  'move-in.look': 'Look at it',
  'move-in.refused.none': 'No file was chosen, or it is empty.',
  'move-in.refused.unknown':
    'No schedule was found in the file. Perhaps the whole answer of the API is wanted (Opsgenie: expand=rotation; Grafana OnCall: on_call_shifts; GoAlert: targets and rules), or a whole .ics file.',
  'move-in.refused.empty':
    'Nobody stands in the schedule of the file. You could choose another schedule, or ask for its rotations too.',
  'move-in.refused.too-much':
    'The file is larger than any schedule. You could take one schedule, and the days to be moved alone.',
  'move-in.refused.slow':
    'Reading the file took too long and was stopped. You could take one schedule, and the days to be moved alone.',
  'move-in.tool.opsgenie': 'Opsgenie',
  'move-in.tool.grafana-oncall': 'Grafana OnCall',
  'move-in.tool.goalert': 'GoAlert',
  'move-in.tool.icalendar': 'iCalendar feed',
  'move-in.source': '{tool}: “{name}”',
  'move-in.facts':
    '{people} {people|person|people}, {posts} {posts|rotation|rotations}, {overrides} {overrides|override|overrides}.',
  'move-in.people-title': 'People',
  'move-in.people':
    '{count} {count|person is|people are} not in the unit’s list yet (by mail address and name).',
  'move-in.people-look': 'Look at the list',
  'move-in.posts-title': 'Posts',
  'move-in.posts-text':
    'Each rotation becomes a post on call from home, one person a shift; a post of the same name stays as it is. They can be changed on the page of posts.',
  'move-in.posts-add': 'Add to this period',
  'move-in.posts-added': '{count} {count|post was|posts were} added to the period.',
  'move-in.duties-title': 'Roster',
  'move-in.duties':
    '{count} {count|duty|duties} in the period: shown the preview, where names and posts that are not clear are asked about before anything goes into the draft.',
  'move-in.no-duties': 'By the file nobody stands on the days of this period.',
  'move-in.shared':
    '{count} {count|shift is|shifts are} stood by more than one person in turn: whoever stands the greater part is taken.',
  'move-in.duties-look': 'Look at the roster',
  'move-in.left-title': 'Without a counterpart',
  'move-in.left.other-schedule': 'The schedule “{name}” of the same file: one at a time is moved, the first.',
  'move-in.left.no-person': '{name}: a turn of a team or an escalation and not of a person; left empty.',
  'move-in.left.by-month': '“{name}”: recurs by days of the month; not moved.',
  'move-in.left.by-day':
    '“{name}”: changes its people on each of the chosen weekdays; the order may be off and wants a look.',
  'move-in.left.final-shifts': '“{name}”: taken from its final shifts, not from its rotations.',
  'move-in.left.rotation-missing': '“{name}”: the file does not have this rotation.',
  'move-in.left.from-next-handoff':
    '“{name}”: counted from the next handoff that the file names; empty before it.',
  'move-in.left.other-zone':
    '“{name}”: its rotation is in another time zone than the schedule; handoffs are taken in the schedule’s.',
  'move-in.left.more-layers': 'More rotations that were left out: {name}. A period has at most 60 posts.',
  'move-in.left.more-duties':
    'More duties than a table holds, left out: {name}. The period could be parted into shorter ones.',
  'move-in.left.unread-events': 'Lines of the feed that could not be read: {name}.',
};
