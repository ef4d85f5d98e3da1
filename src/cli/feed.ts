/** `rota feed`: an iCal file of what is published, or a link to subscribe to. */

import { exportFeed } from '../app/feeds/export-feed.ts';
import { issueFeedToken } from '../app/feeds/issue-feed-token.ts';
import { readConfig } from '../config.ts';
import { DEFAULT_FEED_OPTIONS, type FeedScope } from '../domain/feed.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { endOf, UNTIL } from './until.ts';
import { unitOf } from './which-unit.ts';
import { withApp } from './with-app.ts';
import { writeFile } from './write-file.ts';

export const feedCommand: Command = {
  name: 'feed',
  positionals: [],
  options: [
    { name: 'unit', kind: 'text', placeholder: 'ID' },
    { name: 'staff', kind: 'text', placeholder: 'ID' },
    { name: 'post', kind: 'text', placeholder: 'ID' },
    { name: 'leaders', kind: 'flag' },
    { name: 'link', kind: 'flag' },
    UNTIL,
    { name: 'out', kind: 'text', placeholder: 'FILE' },
  ],

  async run(args, io) {
    const scope = scopeOf(args);
    const options = { ...DEFAULT_FEED_OPTIONS, language: io.language };
    await withApp(async (app) => {
      const unitId = await unitOf(app, args.text('unit'));
      if (args.flag('link')) {
        const { token } = await issueFeedToken(app, {
          ...{ unitId, scope, options, actor: 'rota feed' },
          ...(await endOf(app, unitId, args)),
        });
        const url = feedAddress(readConfig(process.env, process.cwd()).publicUrl, token);
        io.out(io.json ? `${JSON.stringify({ url }, null, 2)}\n` : `${io.say('cli.link', { url })}\n`);
        return;
      }
      const text = await exportFeed(app, { unitId, scope, options });
      const out = args.text('out');
      if (out === undefined) io.out(text);
      else writeFile(out, text, io);
    });
    return 0;
  },
};

export function feedAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/feeds/${token}.ics`;
}

function scopeOf(args: Arguments): FeedScope {
  const staffId = args.text('staff');
  const postId = args.text('post');
  const scopes: FeedScope[] = [
    ...(staffId === undefined ? [] : [{ kind: 'personal', staffId } as const]),
    ...(postId === undefined ? [] : [{ kind: 'post', postId } as const]),
    ...(args.flag('leaders') ? [{ kind: 'leaders' } as const] : []),
  ];
  if (scopes.length > 1) throw new UsageError('cli.error.one-of', { options: '--staff, --post, --leaders' });
  return scopes[0] ?? { kind: 'unit' };
}
