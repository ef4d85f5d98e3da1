/** The words after a command's name. */

import { describe, expect, it } from 'vitest';
import { apiTokenCommand } from '../../src/cli/api-token.ts';
import { readArguments, UsageError } from '../../src/cli/command.ts';

describe('words of a command', () => {
  it.each(['-Hc9_x', '--c9-x', '-', 'Hc9'])('take %s as what an option was given', (id) => {
    expect(readArguments(apiTokenCommand, ['--revoke', id, '--json']).text('revoke')).toBe(id);
    expect(readArguments(apiTokenCommand, [`--revoke=${id}`]).text('revoke')).toBe(id);
  });

  it('leave an option an option where a value was forgotten, and refuse that', () => {
    expect(() => readArguments(apiTokenCommand, ['--revoke', '--json'])).toThrow(UsageError);
    expect(() => readArguments(apiTokenCommand, ['--revoke', '--name=Zabbix'])).toThrow(UsageError);
    expect(() => readArguments(apiTokenCommand, ['--revoke'])).toThrow(UsageError);
  });
});
