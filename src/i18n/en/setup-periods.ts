/** English sentences: a new period, and a period's own settings. */

export const setupPeriodsEn = {
  'period.new.kind': 'Kind of period',
  'period.new.plain': 'For a holiday',
  'period.new.urgent': 'Next 72 hours, urgent',
  'period.new.urgent-name': 'Urgent duty, {hours} {hours|hour|hours} from {day}',
  'period.new.urgent-day': 'From',
  'period.new.urgent-start': 'At',
  'period.new.urgent-hours': 'For how many hours',
  'period.new.unit': 'For the unit',
  'period.new.origin': 'Start from',
  'period.new.from-templates': 'Templates of posts',
  'period.new.change': 'Change',
  'period.new.start-hint':
    'Shifts begin from this hour of the first day until before it on the day after the last.',
  'period.new.part': 'Part {number}',
  'period.new.posts-note': 'can be changed later, before solving',
  'period.new.profile': 'Rules',
  'period.new.people-count': '{chosen}/{count} {count|person|people}',
  'period.new.no-people':
    'The unit has nobody on its list. You could add people or import the staff list first.',
  'period.new.also': 'Add',
  'period.new.without': 'Leave out',
  'period.failure.no-unit':
    'There is no unit to make a period for. You could make a unit first and add its staff.',

  'period.field.wishes-until': 'Leave and wishes until',
  'period.field.wishes-until-hint': 'Later only whoever makes the roster can enter them.',
  'period.field.submit-by': 'List due at the ministry',
  'period.field.submit-by-hint': 'The home page will remind.',
  'period.field.start': 'First shift begins from',
  'period.field.end': 'Last shift begins before',
  'period.field.holidays': 'Serves the holidays',
  'period.field.holidays-hint': 'Home page and documents call them by name.',
  'period.field.pins': 'Pinned shifts, untick to unpin',
  'period.field.pins-hint': 'A pin keeps that person on that shift when solving again.',

  'period.settings.title': 'Settings of {period}',
  'period.settings.save': 'Save settings',
  'period.settings.another-part': 'Another part',
  'period.settings.pins': 'Pins',

  'period.fault.day': 'No day is chosen. You could choose a holiday beside, or type a day.',
  'period.fault.hours': 'Hours must be a whole number from 1 to {most}.',
  'period.fault.moment': '“{value}” is no date and time. You could write 2027-01-29T17:00.',
  'period.fault.parts-meet':
    'This part begins before the one before is over. You could join them or change a day.',
  'period.fault.end-before-start': 'The end is not after the beginning. Perhaps they are swapped.',
} as const;
