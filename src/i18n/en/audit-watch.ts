/** English sentences: what the audit trail says of systems, incidents and alerts. */

export const auditWatchEn = {
  'audit.system.save': 'Saved a system',
  'audit.system.remove': 'Forgot what was said of a system',
  'audit.system.certificates': 'Chose which skills are certificates',
  'audit.incident.open': 'Opened an incident',
  'audit.incident.judge': 'Judged an incident anew',
  'audit.incident.close': 'Closed an incident',
  'audit.incident.report': 'Saved an incident report',
  'audit.incident.report-sent': 'Marked an incident report as sent',
  'audit.incident.rules': 'Changed forms and deadlines of incidents',
  'audit.alert.take': 'Took an alert',
  'audit.alert.settings': 'Changed how alerts are told',
} as const;
