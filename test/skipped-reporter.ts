/** Says in one line, after all else, which tests were skipped, and what to install so that they run. */

import type { Reporter, TestCase, TestModule } from 'vitest/node';

const NEED = /^needs (\S+) \((.+)\)$/;

function* skippedIn(modules: readonly TestModule[]): Generator<TestCase> {
  for (const module of modules) yield* module.children.allTests('skipped');
}

/** What stands above the test: its suites, or the file alone. */
function titleOf(test: TestCase): string {
  return test.parent.type === 'suite' ? test.parent.fullName : test.module.relativeModuleId;
}

/** A test may say why it skips itself: that the machine lets nobody mount, say. */
function withNote(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note !== undefined
    ? `${test.fullName} (${result.note})`
    : test.fullName;
}

function sentenceOf(modules: readonly TestModule[]): string | undefined {
  const lacking = new Map<string, Set<string>>();
  const packages = new Set<string>();
  const others: string[] = [];
  for (const test of skippedIn(modules)) {
    const [, program, bringing] = NEED.exec(test.name) ?? [];
    if (program === undefined || bringing === undefined) {
      others.push(withNote(test));
      continue;
    }
    const title = titleOf(test);
    lacking.set(title, (lacking.get(title) ?? new Set()).add(program));
    packages.add(bringing);
  }
  const parts = [...lacking].map(([title, programs]) => `${title} (no ${[...programs].join(', ')})`);
  if (parts.length + others.length === 0) return undefined;
  const said = `Skipped: ${[...parts, ...others].join('; ')}.`;
  return packages.size === 0
    ? said
    : `${said} To run them: apt-get install ${[...packages].sort().join(' ')}`;
}

export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const sentence = sentenceOf(modules);
    if (sentence !== undefined) console.log(`\n${sentence}\n`);
  }
}
