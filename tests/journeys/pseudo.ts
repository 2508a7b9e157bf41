import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import germanWords from '../../data/languages/de/words.json' with { type: 'json' };
import { countryIn } from '../../src/languages/countries.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { loadTranslations, type Translations } from '../../src/rendering/messages.ts';
import type { Library } from '../../src/store.ts';
import { languages } from '../languages.ts';

/*
 * The interface in a language of its own, in every journey: the Latin letters of its messages are replaced by their
 * fullwidth forms, and put back on the way to the local Telegram. So people read what they always do, and in what was
 * sent, a Latin letter that is left comes neither from a message nor, if it isn't the news' or typed, from anywhere else
 * than the code.
 */

const packs = new URL('../../data/packs/', import.meta.url);
const fullwidth = 0xfee0;

/** With fullwidth letters for Latin ones; of the same length. */
const mark = (text: string) =>
  text.replace(/[A-Za-z]/g, letter => String.fromCharCode(letter.charCodeAt(0) + fullwidth));

/** The inverse. */
const unmark = (text: string) =>
  text.replace(/[Ａ-Ｚａ-ｚ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - fullwidth));

/** The messages of all languages, marked. */
export const markedTranslations: Translations = loadTranslations(mark);

/** What the bot sent and what people did, as JSON, and the articles that came, while a door is open. */
export type Door = {
  sent: string[];
  received: string[];
  readings: Reading[];
  /** Watches what articles come to a library. */
  watch(library: Library): void;
  close(): void;
};

/** Opens a door to the Bot API at `apiRoot`: what goes out is recorded and unmarked. */
export function openDoor(apiRoot: string): Door {
  const outer = globalThis.fetch;
  const door: Door = {
    sent: [],
    received: [],
    readings: [],
    watch: ({ articles }) => {
      const { add, replace } = articles;
      articles.add = (reading, options) => {
        door.readings.push(reading);
        return add(reading, options);
      };
      articles.replace = (reading, options) => {
        door.readings.push(reading);
        return replace(reading, options);
      };
    },
    close: () => {
      globalThis.fetch = outer;
    },
  };
  /** Labels of reply keyboards by their unmarked form: tapping one types it. */
  const labels = new Map<string, string>();
  globalThis.fetch = async (input, init) => {
    const address = String(input);
    if (!address.startsWith(apiRoot) || init === undefined) return outer(input, init);
    const reply = await outer(input, { ...init, ...(await outgoing(init.body, door, labels)) });
    // Operators are shown what Telegram says of an error, and what a chat is called.
    if (!reply.ok || address.endsWith('/getChat')) door.received.push(await reply.clone().text());
    return address.endsWith('/getUpdates') ? incoming(reply, door, labels) : reply;
  };
  return door;
}

async function outgoing(body: unknown, door: Door, labels: Map<string, string>): Promise<RequestInit> {
  if (body === undefined || body === null) return {};
  if (typeof body === 'string') {
    door.sent.push(body);
    for (const [, label] of body.matchAll(/\{"text":"([^"]*)"\}/g)) labels.set(unmark(label!), label!);
    return { body: unmark(body) };
  }
  const parts: Buffer[] = [];
  for await (const part of body as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
  return {
    body: Buffer.concat(parts.map(part => (isText(part) ? Buffer.from(unmark(part.toString())) : part))),
  };
}

/** Whether a part of an upload is a field of it, not the file. */
const isText = (part: Buffer) => part.equals(Buffer.from(part.toString()));

async function incoming(reply: Response, door: Door, labels: Map<string, string>): Promise<Response> {
  const text = await reply.text();
  door.received.push(text);
  const marked = text.replace(/"text":"([^"]*)"/g, (whole, typed: string) =>
    labels.has(typed) ? `"text":"${labels.get(typed)}"` : whole,
  );
  return new Response(marked, { status: reply.status, headers: reply.headers });
}

/** What may be in a text besides the words of messages. */
type Known = {
  /** Words of the news and of what was typed, in their order. */
  running: string;
  /** The same of what was typed alone. */
  typed: string;
  /** Names, titles and the like, each as a whole. */
  items: Set<string>;
};

/** Lower-case words of Latin letters, with a blank on either side. */
const wordsIn = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;

let seedsKnown: Known | null = null;

/** What the readings of the seeds have; read once. */
function knownOfSeeds(): Known {
  if (seedsKnown === null) {
    const lines = readFileSync(new URL('../../data/seeds.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    seedsKnown = { running: ' ', typed: ' ', items: new Set() };
    for (const line of lines) addReading(seedsKnown, JSON.parse(line));
  }
  return seedsKnown;
}

function addReading(known: Known, reading: Reading): void {
  const { title, source, byline, people, organizations, places, quotes } = reading;
  const names = [
    ...people.flatMap(({ name, variants, roles }) => [name, ...variants, ...roles.map(({ text }) => text)]),
    ...[...organizations, ...places].flatMap(({ name, mentions }) => [
      name,
      ...mentions.map(({ text }) => text),
    ]),
  ];
  const said = quotes.flatMap(({ text, speaker, cue }) => [text, speaker?.text ?? '', cue?.text ?? '']);
  const listed = `${source ?? ''} ${title ?? ''}`;
  const headed = `${title ?? ''} ${source ?? ''}`;
  const all = [title ?? '', source ?? '', listed, headed, byline ?? '', ...names, ...said].map(wordsIn);
  for (const item of all) known.items.add(item);
  // Of a name, each part may be alone.
  const ofPeople = people.flatMap(({ name, variants }) => [name, ...variants]);
  for (const part of ofPeople.join(' ').split(/[\s-]+/))
    if (/^\p{Lu}/u.test(part)) known.items.add(wordsIn(part));
  known.running += [listed, reading.text, reading.input ?? '', ...names].map(wordsIn).join('| ');
}

/** What is typed is seldom longer, in UTF-16 code units. */
const longestTyped = 300;

/** Days as `Intl` writes them; names of languages, topics and lists of feeds, which are data. */
const { days, data } = (() => {
  // A day of each month, and one of each weekday.
  const moments = Array.from({ length: 36 }, (_, i) =>
    Date.UTC(2030, i % 12, 1 + (i % 12) + Math.floor(i / 12)),
  );
  const { codes, nameOf, topicLabel } = languages;
  const topics = Object.keys(germanWords.topics);
  const data = [
    ...codes.flatMap(code => [nameOf(code), ...topics.map(topic => topicLabel(code, topic) ?? '')]),
    ...globSync('*/*.opml', { cwd: packs })
      .map(file => basename(file, '.opml'))
      .flatMap(name => [name, countryIn('en', name)]),
  ];
  const days = ['en-US', 'de'].flatMap(locale =>
    moments.flatMap(moment =>
      (['short', 'long'] as const).flatMap(style => [
        new Intl.DateTimeFormat(locale, { month: style }).format(moment),
        new Intl.DateTimeFormat(locale, { weekday: style }).format(moment),
      ]),
    ),
  );
  // Sizes, as Intl writes them.
  return { days, data: [...data, 'kB', 'MB'] };
})();

/**
 * The words in what was sent that come from nowhere: neither from a message nor from the news nor from people.
 * @param more other names that were in play, such as those of sources and zones
 */
export async function strayWords(door: Door, library: Library, more: readonly string[]): Promise<string[]> {
  const texts = new Set(door.sent.flatMap(body => textsOf(JSON.parse(body))));
  const seeds = [knownOfSeeds()];
  const own: Known = { running: ' ', typed: ' ', items: new Set([...more, ...days, ...data].map(wordsIn)) };
  const typed = door.received.flatMap(textsWithin);
  for (const text of typed) {
    own.running += wordsIn(text);
    // An answer repeats what was asked, whole or in part; the words of an article that was sent are no names.
    if (text.length > longestTyped) continue;
    own.typed += wordsIn(text);
  }
  const known = [...seeds, own];
  let isRead = false;
  const stray: string[] = [];
  for (const text of texts)
    for (const run of runsOf(text)) {
      if (isKnown(run, known)) continue;
      if (!isRead) {
        for (const reading of door.readings) addReading(own, reading);
        await readLibrary(own, library);
      }
      isRead = true;
      if (!isKnown(run, known)) stray.push(`“${run.words.trim()}” in ${text}`);
    }
  return stray;
}

/** What articles of a library have that are not among the seeds. */
async function readLibrary(known: Known, library: Library): Promise<void> {
  for (const { label } of await library.topics.all()) known.items.add(wordsIn(label));
  for (const { name } of await library.sources.list()) known.items.add(wordsIn(name ?? ''));
  for await (const { id } of library.export('articles')) {
    const article = await library.articles.get(String(id));
    if (article) addReading(known, article.reading);
  }
}

/** What is between letters of messages: words of Latin letters; `parts` are those between signs. */
type Run = { words: string; parts: string[]; isCut: boolean };

const dayNames = days.map(name => name.replace('.', '\\.')).join('|');
const moments = new RegExp(`(?:(?:${dayNames})[.,]* )?\\d{1,2}\\.? (?:${dayNames})\\.?(?: \\d{4})?`, 'g');
const addresses = /https?:\/\/\S+|[/@][\w./-]+|\b[A-Z][A-Za-z]+\/[A-Z]\w+/g;
const ofMessages = /(?:[Ａ-Ｚａ-ｚ\n·•—\p{Script=Cyrillic}]|\[\d+\])+/u;

function runsOf(text: string): Run[] {
  return text
    .replace(addresses, '\n')
    .replace(moments, '\n')
    .split(ofMessages)
    .map(run => ({
      words: wordsIn(run),
      parts: run
        .split(/[“”«»„(),:]+|[.!?;…]+\s/)
        .map(wordsIn)
        .filter(hasWord),
      isCut: run.trim().endsWith('…'),
    }))
    .filter(({ words }) => hasWord(words));
}

const hasWord = (words: string) => /[a-z]{2}/.test(words);

function isKnown({ words, parts, isCut }: Run, known: readonly Known[]): boolean {
  const isOneOf = (some: string) => {
    const isLong = some.trim().split(' ').length >= 3;
    return known.some(
      ({ running, typed, items }) =>
        items.has(some) || typed.includes(some) || ((isLong || isCut) && running.includes(some.trimEnd())),
    );
  };
  // In the line that sums up a quote, the reporting verb precedes it.
  const [, first = '', rest = ''] = /^( \w+)( .*)$/.exec(words) ?? [];
  // Part of a sentence that is known by its other parts.
  const isWithin = (some: string) => isOneOf(some) || known.some(({ running }) => running.includes(some));
  const isSentence = parts.some(part => part.trim().split(' ').length >= 4 && isOneOf(part));
  return (
    isOneOf(words) || parts.every(isSentence ? isWithin : isOneOf) || (isOneOf(`${first} `) && isOneOf(rest))
  );
}

/** The texts of a call that people see: messages, captions, labels of buttons, descriptions. */
function textsOf(parameters: unknown): string[] {
  if (Array.isArray(parameters)) return parameters.flatMap(textsOf);
  if (typeof parameters !== 'object' || parameters === null) return [];
  return Object.entries(parameters).flatMap(([key, value]) => {
    if (/^(?:(?:message_)?text|caption|(?:short_)?description|title)$/.test(key)) return [String(value)];
    return textsOf(value);
  });
}

/** The strings of a reply; the reply itself if something between is broken and it isn't JSON. */
function textsWithin(reply: string): string[] {
  return /^[[{]/.test(reply) ? stringsOf(JSON.parse(reply)) : [reply];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
