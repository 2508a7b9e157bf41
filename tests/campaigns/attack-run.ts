import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionOfButton, subscriptionButtonActions } from '../../src/bot/core/button-actions.ts';
import { type Access, type ChatType, verdictFor } from '../../src/bot/core/rights-table.ts';
import { randomFrom } from '../bench/invented.ts';
import { openScene, type Scene, type Spot } from './attack-scene.ts';

export type AttackFigures = {
  taps: number;
  texts: number;
  floods: number;
  files: number;
  jumps: number;
  /** Rows that someone who isn't entitled to changed. */
  unentitledChanges: number;
  /** Messages in chats where nothing was asked. */
  unrequestedPosts: number;
  /** Taps without an acknowledgement, and private messages without an answer. */
  unanswered: number;
  adminAlerts: number;
  /** Lines logged as errors, and lines with a word of an attacker's. */
  errors: number;
  leaks: number;
};

export type AttackOptions = { steps: number; seed: number; access: Access; onStrange?(line: string): void };

/** In everything an attacker writes, to be found again in the log. */
const marker = 'Qzxqvbl';
const hour = 3_600_000;

/** The subscription of each chat of the scene. */
const subscriptionOf: Record<ChatType, number> = { private: 1, group: 2, topic: 3, channel: 4 };

/** Data of every kind of button; `ID` is that of a subscription, mostly of the chat's own. */
const templates = [
  ...Object.keys(subscriptionButtonActions).map(act => `c|s.${act}.ID`),
  ...['a|1|/latest', 't|2|/latest', 'a|1|~0123456789abcdef', 'c|d.more.0123456789abcdef.0.0.1.0'],
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

const hostileTexts = [
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

const hostileFiles: Record<string, (random: () => number) => string> = {
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

/** Forges, floods, loads and turns clocks at random, and counts what should never happen. */
export async function runAttack(options: AttackOptions): Promise<AttackFigures> {
  const random = randomFrom(options.seed);
  const scene = await openScene(options.seed, options.access);
  const figures: AttackFigures = {
    ...{ taps: 0, texts: 0, floods: 0, files: 0, jumps: 0 },
    ...{ unentitledChanges: 0, unrequestedPosts: 0, unanswered: 0, adminAlerts: 0, errors: 0, leaks: 0 },
  };
  const one = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const attacks: [share: number, attack: (spot: Spot) => Promise<string>][] = [
    [0.55, spot => tap(spot)],
    [0.85, spot => text(spot)],
    [0.9, spot => flood(spot)],
    [0.95, () => file()],
    [1, () => jump()],
  ];

  async function tap({ place, on, chat, role }: Spot): Promise<string> {
    figures.taps += 1;
    const id = random() < 0.7 ? subscriptionOf[chat] : one([1, 2, 3, 4]);
    const data = mutated(one(templates).replace('ID', String(id)), random);
    const may = verdictFor(actionOfButton(data), chat, role, options.access) === 'yes';
    const rows = scene.rows();
    const answers = scene.telegram.callsOf('answerCallbackQuery').length;
    place.forges(data, on);
    await scene.quiet();
    if (scene.telegram.callsOf('answerCallbackQuery').length === answers) figures.unanswered += 1;
    if (!may) figures.unentitledChanges += changes(rows, scene.rows());
    return `${role} in ${chat} taps ${JSON.stringify(data)}`;
  }

  async function text({ place, chat, role }: Spot): Promise<string> {
    if (chat === 'channel') return 'nothing';
    figures.texts += 1;
    const words = `${one(hostileTexts)}${random() < 0.5 ? ` ${marker}` : ''}`;
    const before = scene.rows();
    const answered = place.chat().length + 1;
    place.says(words);
    await scene.quiet();
    const isSilent = place.chat().length <= answered;
    if (isSilent && chat === 'private' && role !== 'banned') figures.unanswered += 1;
    figures.unentitledChanges += changes(before, scene.rows());
    return `${role} in ${chat} says ${JSON.stringify(words)}${isSilent ? ', unanswered' : ''}`;
  }

  async function flood({ place, chat, role }: Spot): Promise<string> {
    if (chat !== 'private' || role === 'banned') return 'nothing';
    figures.floods += 1;
    const before = place.chat().length;
    for (let nth = 0; nth < 45; nth += 1) place.says(`/who ${marker}${nth}`);
    await scene.quiet();
    await scene.passes(2 * 60_000);
    if (place.chat().length < before + 45 + 2) figures.unanswered += 1;
    return `${role} floods`;
  }

  async function file(): Promise<string> {
    figures.files += 1;
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    try {
      const name = one(Object.keys(hostileFiles));
      writeFileSync(join(folder, name), hostileFiles[name]!(random), 'latin1');
      await scene.load(folder);
      return `${name} is loaded`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  async function jump(): Promise<string> {
    figures.jumps += 1;
    const ms = Math.round((random() - 0.5) * 200 * 24 * hour);
    await scene.jump(ms);
    await scene.quiet();
    await scene.jump(0);
    await scene.quiet();
    return `the clock is wrong by ${Math.round(ms / hour)} h`;
  }

  try {
    for (let step = 0; step < options.steps; step += 1) {
      const spot = one(scene.spots);
      const lot = random();
      const [, attack] = attacks.find(([share]) => lot < share)!;
      const before = { figures: { ...figures }, posts: scene.posts(), alerts: scene.alerts() };
      const what = await attack(spot);
      // By a clock that jumps, digests may be due that were asked for.
      if (figures.jumps === before.figures.jumps)
        figures.unrequestedPosts += postsElsewhere(before.posts, scene, spot);
      figures.adminAlerts += changes(before.alerts, scene.alerts());
      if (bad(figures) > bad(before.figures)) options.onStrange?.(`step ${step}: ${what}`);
      // Limits a minute are not what is being attacked.
      await scene.passes(10_000);
    }
    figures.errors = scene.logged.filter(line => (JSON.parse(line) as { level: number }).level >= 50).length;
    figures.leaks = scene.logged.filter(line => line.includes(marker)).length;
    for (const line of scene.logged)
      if (/"level":50/.test(line) || line.includes(marker)) options.onStrange?.(line);
    return figures;
  } finally {
    await scene.close();
  }
}

/** Data of a button as it is, cut, lengthened, with other numbers, or with bytes changed; at most 64 bytes. */
function mutated(data: string, random: () => number): string {
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

function changes(before: string[], after: string[]): number {
  const [old, now] = [new Set(before), new Set(after)];
  return before.filter(row => !now.has(row)).length + after.filter(row => !old.has(row)).length;
}

/** How many messages the bot has posted other than where something was asked, or to the one who asked. */
function postsElsewhere(before: Map<number, number>, scene: Scene, { place, person }: Spot): number {
  const allowed = new Set([place.chat_id, person]);
  return [...scene.posts()]
    .filter(([chat]) => !allowed.has(chat))
    .reduce((sum, [chat, count]) => sum + count - (before.get(chat) ?? 0), 0);
}

function bad(figures: AttackFigures): number {
  const { unentitledChanges, unrequestedPosts, unanswered, adminAlerts } = figures;
  return unentitledChanges + unrequestedPosts + unanswered + adminAlerts;
}
