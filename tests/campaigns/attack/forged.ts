import { subscriptionButtonActions } from '../../../src/bot/core/button-actions.ts';
import type { ChatType } from '../../../src/bot/core/rights-table.ts';

/** In everything an attacker writes, to be found again in the log. */
export const marker = 'Qzxqvbl';

/** The subscription of each chat of the scene. */
export const subscriptionOf: Record<ChatType, number> = { private: 1, group: 2, topic: 3, channel: 4 };

/** Data of every kind of button; `ID` is that of a subscription, mostly of the chat's own. */
export const templates = [
  ...Object.keys(subscriptionButtonActions).map(act => `c|s.${act}.ID`),
  ...['a|1|/latest', 't|2|/latest', 'a|1|~0123456789abcdef', 'c|d.more.0123456789abcdef.0.0.1.0'],
  ...['w|1|/context 1 0 5', 'p|1|/timeline', 'c|l.de', 'c|l.xx', 'c|n.do.0123456789abcdef', 'c|n.no'],
  ...['c|o.open.1', 'c|o.removeAll.1', 'c|m.ask.1', 'c|m.list.ID', 'c|m.mute.ID.story.1'],
  ...[
    'c|d.why.0123456789abcdef.0.0.1.0',
    'c|g.1.0.cancel',
    'c|g.1.0.yes',
    'c|f.no',
    'c|f.yes',
    'made up',
    '',
  ],
];

export const hostileTexts = [
  ...['/ban 1', '/unban 1', '/allow 1', '/invite 10 30', '/access', '/status', '/forget', '/export'],
  ...['/start i_0000000000000000', '/start s_~~~~', '/start settings_1', `/start ${'A'.repeat(64)}`],
  ...[
    '/who " OR 1=1 --',
    '/search "unclosed NEAR(',
    '/search *:*',
    '/search col:^x AND NOT',
    "/who Robert'); DROP",
  ],
  ...[
    '/timeline 9999-99-99..0000-00',
    '/topic __proto__',
    '/story constructor',
    '/article %s%n%x',
    '/who \u202e\u0000',
  ],
  ...[
    '\u200b\u2060',
    '\ud83d',
    '🙂',
    '/',
    '//',
    '/ who',
    '@@@',
    '\u0007\u001b[2J',
    '<b>&lt;</b>',
    '[x](tg://user?id=1)',
  ],
];

export const hostileFiles: Record<string, (random: () => number) => string> = {
  'proto.json': () => '{"__proto__":{"text":"x"},"text":"A harbour opened in Vale on Monday."}',
  'deep.json': random => '['.repeat(2_000 + Math.floor(random() * 50_000)),
  'lines.jsonl': () =>
    '{"text":1}\n\u0000\n{"id":"x","text":"y","quotes":[{"start":-1,"end":1e9}]}\n[]\nnull\n',
  'reading.jsonl': () => '{"reader":"1","id":"a","text":"t","input":"t","people":[{"id":"p","name":"n"}]}\n',
  'page.html': () => `<html>${'<div>'.repeat(3_000)}<script>alert(1)</script><p>&#0;&#x110000;</p>`,
  'quotes.txt': random => '“'.repeat(Math.floor(random() * 20_000)),
  'spaces.txt': random => `${' \n'.repeat(Math.floor(random() * 20_000))}said`,
  'binary.txt': random =>
    String.fromCharCode(...Array.from({ length: 500 }, () => Math.floor(random() * 256))),
};

/** Data of a button as it is, cut, lengthened, with other numbers, or with bytes changed; at most 64 bytes. */
export function mutated(data: string, random: () => number): string {
  const lot = random();
  const at = Math.floor(random() * (data.length + 1));
  const numbers = ['0', '-1', '2', '3', '4', '999999999999999', '1e3', 'NaN', '1.1'];
  const odd = ['\u0000', '|', '.', '~', '\u202e', "'", '💥', marker];
  const changed =
    lot < 0.4
      ? data
      : lot < 0.6
        ? data.replace(/\d+$/, numbers[Math.floor(random() * numbers.length)]!)
        : lot < 0.8
          ? data.slice(0, at) + odd[Math.floor(random() * odd.length)] + data.slice(at)
          : data.slice(0, at);
  return Buffer.from(changed || 'x')
    .subarray(0, 60)
    .toString('utf8')
    .replaceAll('\ufffd', '?');
}
