/** English sentences: alerts that other programs send. */

export const alertsEn = {
  'alerts.title': 'Alerts in',
  'alerts.open': 'Open',
  'alerts.since': 'since {clock}, said {count} {count|time|times}',
  'alerts.taken': 'taken {clock}',
  'alerts.next': '{name} is told in {time}',
  'alerts.now': '{name} is being told',
  'alerts.alone': 'Nobody else on duty can be told: call.',
  'alerts.take': 'Take',
  'alerts.take-label': 'Take the alert {title}',
  'alerts.over': '{from} to {to}',
  'alerts.past': 'Over',
  'alerts.sources': 'Sources',
  'alerts.no-sources':
    'No source has sent anything yet. Make a token for alerts on the page of other programs.',
  'alerts.source.spoke': 'last spoke {moment}',
  'alerts.source.silent': 'silent since {moment}; silence is no calm',
  'alerts.field.next': 'Minutes without anybody taking it until the next is told',
  'alerts.field.silent': 'Minutes after which a source counts as silent',
  'alerts.failure.missing': 'There is no alert {number}.',
  'alerts.failure.minutes': 'Minutes are from 1 to {most}.',
} as const;
