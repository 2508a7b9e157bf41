import { FluentBundle, FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';
import { messageFiles } from '../../src/languages/languages.ts';
import type { Messages } from '../../src/rendering/messages.ts';
import { languages } from '../languages.ts';
import { news, world } from './world.ts';

type Person = ReturnType<Awaited<ReturnType<typeof world>>['telegram']['person']>;

const monday = (hour: number) => Date.UTC(2030, 0, 7, hour);
/** From Latin letters to mathematical ones. */
const marked = (text: string) =>
  text
    .replace(/[a-z]/g, letter => String.fromCodePoint(letter.codePointAt(0)! - 0x61 + 0x1d4ea))
    .replace(/[A-Z]/g, letter => String.fromCodePoint(letter.codePointAt(0)! - 0x41 + 0x1d4d0));

/** English with every letter of the interface replaced: what is left in Latin letters did not come from the messages. */
function pseudoMessages(): Messages {
  const bundle = new FluentBundle('uk', { useIsolating: false, transform: marked });
  for (const text of messageFiles('en')) bundle.addResource(new FluentResource(text));
  return {
    language: 'en',
    locale: 'uk',
    say(key, args = {}) {
      const pattern = bundle.getMessage(key)?.value;
      if (!pattern) throw new Error(`there is no message ${key}`);
      return bundle.formatPattern(pattern, args);
    },
  };
}

/** A button, by the message on it. */
type Tap = [key: string, args?: Record<string, string | number>];

/** What the operator types and taps, through all features: right, wrong, and with something missing. */
const tour: (string | Tap)[] = [
  ...['/help', '/who Calloway', '/who', '/who Zzyzx', '/quotes Calloway', '/quotes about harbour', '/quotes'],
  ...['/timeline', '/timeline Calloway', '/timeline 2031-13', '/latest', '/latest railway', '/latest zzyzx'],
  ...['/story crane', '/story', '/story zzyzx', '/topics', '/topic', '/topic zzyzx', '/topic health'],
  ...[
    '/search harbour',
    '/search',
    '/search zzyzx',
    '/search harbour zzyzx',
    '/ask when did the crane collapse',
  ],
  ...['/ask', '/ask zzyzx', '/article crane', '/article', '/article zzyzx', '/nonsense', 'hello', 'thanks'],
  ...['help', 'Oduya', 'what did Oduya say about vaccine', '/privacy', '/status', '/access', '/invite'],
  ...[
    '/allow 5',
    '/ban 5',
    '/unban 5',
    '/allow',
    '/ban',
    '/sources',
    '/language',
    '/language zzyzx',
    '/cancel',
  ],
  ...['/subscriptions', '🤷', '/filter'],
  ['filter-any-topic'],
  'zzyzx',
  ['filter-any-person'],
  'zzyzx',
  ['filter-any-time'],
  ...['/subscribe', 'zzyzx, Oduya, "crane"'],
  ['subscribe-for-channel'],
  ...['zzyzx', '@zzyzx'],
  ['wizard-back'],
  ['subscribe-done'],
  ...['zzyzx', 'weekdays', 'every 3 hours'],
  ['subscribe-other-zone'],
  ...['zzyzxx', 'Kyiv', 'zzyzx'],
  ['subscribe-confirm-now'],
];

const settingsTour: (string | Tap)[] = [
  ['button-digest-why'],
  '/subscriptions',
  ['subscription-change', { number: 1 }],
  ...([
    ['set-length-short'],
    ['set-length-full'],
    ['set-length-headlines'],
    ['set-most', { most: 10 }],
  ] as Tap[]),
  ...([
    ['set-sound-on'],
    ['set-previews-off'],
    ['set-nothing-unsaid'],
    ['set-pause'],
    ['set-resume'],
  ] as Tap[]),
  ...([['set-share'], ['set-back'], ['set-send'], ['set-back'], ['set-quiet']] as Tap[]),
  'zzyzx',
  ['change-quiet-none'],
  ['set-without'],
  'zzyzx, 🤷',
  ['subscribe-done'],
  ['set-sources'],
  'zzyzx',
  ['subscribe-done'],
  ...([['set-delete'], ['subscription-undo']] as Tap[]),
  ...['/export', '/forget'],
  ['forget-yes'],
];

test('all that the bot says comes from its messages, but for the news and what was typed', async () => {
  const pseudo = pseudoMessages();
  const people: Person[] = [];
  const w = await world({
    start: monday(3),
    seeds: false,
    owner: telegram => {
      people.push(telegram.person('Olga'));
      return {
        admins: [people[0]!.user.id],
        translations: () => pseudo,
        languages: { ...languages, topicLabel: (_: string, id: string) => marked(id), nameOf: marked },
        access: 'invite',
      };
    },
  });
  for (const article of Object.values(news)) await w.arrives(article);
  const [olga] = people as [Person];
  const follow = async (steps: (string | Tap)[]) => {
    for (const step of steps) {
      if (typeof step === 'string') olga.says(step);
      else await olga.presses(pseudo.say(...step));
      await w.quiet();
    }
  };
  olga.starts();
  await follow(tour);
  await w.turnTo(monday(4));
  await w.quiet();
  await follow(settingsTour);

  const typed = [...tour, ...settingsTour].filter(step => typeof step === 'string');
  const read = Object.values(news).flatMap(({ title, text }) => [title, text]);
  const names = ['communique', w.telegram.username, 'UTC', 'Europe', 'Kyiv'];
  const known = new Set(
    [...typed, ...read, ...names]
      .join(' ')
      .toLowerCase()
      .match(/[a-z]+/g),
  );
  const leftOver = (text: string) =>
    text
      .replace(/https?:\/\/\S+/g, '')
      .replace(/[/@]\w+/g, '')
      .match(/[a-z]{2,}/gi)
      ?.filter(word => !known.has(word.toLowerCase())) ?? [];
  const said = w.telegram.calls
    .filter(({ method }) => /^(?:send|edit|answer|setMy)/i.test(method))
    .flatMap(({ method, parameters }) => textsOf(parameters).map(text => ({ method, text })));
  expect(said.length).toBeGreaterThan(150);
  const unmarked = said.flatMap(({ method, text }) =>
    leftOver(text).map(word => `${method}: “${word}” in ${text}`),
  );
  expect([...new Set(unmarked)].slice(0, 10)).toEqual([]);
});

/** The texts of a call that people see: messages, captions, labels of buttons, descriptions. */
function textsOf(parameters: unknown): string[] {
  if (Array.isArray(parameters)) return parameters.flatMap(textsOf);
  if (typeof parameters !== 'object' || parameters === null) return [];
  return Object.entries(parameters).flatMap(([key, raw]) => {
    const isJson = typeof raw === 'string' && /^(?:\[[[{]|\{)/.test(raw);
    const value: unknown = isJson ? JSON.parse(raw) : raw;
    if (/^(?:text|caption|description|short_description|title)$/.test(key)) return [String(value)];
    return typeof value === 'object' ? textsOf(value) : [];
  });
}
