/** What decrees ask of incidents, read from the file that ships with the program. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentRules } from '../domain/incident-rules.ts';
import { parseIncidentRules } from '../input/incident-rules-file.ts';

export function readIncidentRules(root: string): readonly IncidentRules[] {
  return parseIncidentRules(readFileSync(join(root, 'data', 'incident-rules.json'), 'utf8'));
}
