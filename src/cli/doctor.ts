/** `rota doctor`: what is wrong with this installation, in words. */

import { readConfig } from '../config.ts';
import { isMessageKey } from '../i18n/translate.ts';
import { examine } from '../wiring/doctor/examine.ts';
import type { Finding, Standing } from '../wiring/doctor/finding.ts';
import type { Command, Io } from './command.ts';

const SIGNS: Readonly<Record<Standing, string>> = { fine: '✓', heed: '!', fault: '✗' };

export const doctorCommand: Command = {
  name: 'doctor',
  positionals: [],
  options: [],

  async run(_, io) {
    const findings = await examine(readConfig(process.env, process.cwd()), Date.now());
    if (io.json) io.out(`${JSON.stringify(findings.map((each) => ({ ...each, words: words(each, io) })))}\n`);
    else io.out(`${[...findings.map((each) => line(each, io)), sum(findings, io)].join('\n')}\n`);
    return findings.some(({ standing }) => standing === 'fault') ? 1 : 0;
  },
};

function line(found: Finding, io: Io): string {
  return `${SIGNS[found.standing]} ${words(found, io)}`;
}

function words({ key, params }: Finding, io: Io): string {
  return isMessageKey(key) ? io.say(key, params) : key;
}

function sum(findings: readonly Finding[], io: Io): string {
  const count = (standing: Standing): number => findings.filter((each) => each.standing === standing).length;
  return io.say('doctor.sum', { fault: count('fault'), heed: count('heed'), fine: count('fine') });
}
