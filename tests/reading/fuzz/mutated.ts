import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../src/system/article.ts';
import { randomFrom } from '../../bench/invented.ts';
import { inventedNews } from '../../bench/news.ts';

const seedsFolder = join(import.meta.dirname, '../../../seeds');
const seeds = readdirSync(seedsFolder)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(join(seedsFolder, name), 'utf8'));

/** No case is longer: what comes of repeating is cut. */
const longest = 60_000;

type Random = () => number;
type Mutation = (text: string, random: Random) => string;

const below = (random: Random, most: number) => Math.floor(random() * most);
const one = <Item>(random: Random, list: readonly Item[]) => list[below(random, list.length)]!;

/** A place in a text, and one up to `most` characters behind it. */
function stretch(text: string, random: Random, most: number): [number, number] {
  const from = below(random, text.length + 1);
  return [from, Math.min(text.length, from + below(random, most))];
}

/** Puts something at some places of a text. */
const strewn =
  (things: readonly string[], mostTimes: number): Mutation =>
  (text, random) => {
    let strewn = text;
    for (let times = 1 + below(random, mostTimes); times > 0; times--) {
      const at = below(random, strewn.length + 1);
      strewn = strewn.slice(0, at) + one(random, things) + strewn.slice(at);
    }
    return strewn;
  };

const marks = /["'“”‘’«»„‟‚‹›.,:;!?()[\]–—-]/g;
const quoteMarks = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '‹',
  '›',
  '``',
  "''",
  '「',
  '」',
  '–',
  '("',
  '”)',
];
const scripts = [
  'абвгдежзиклмнопрстуфхцчш',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '市長日本語東京新聞記者発言',
  'ابتثجحخدذرزسشصضطظعغفقكل',
];
const oddities = [
  '\0',
  '\u0001',
  '\u0008',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\ufeff',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2028',
  '\ufffd',
  '\uffff',
  '\u0301',
  'İ',
  'ß',
  'ﬁ',
  '👩‍👩‍👧',
  '𝒜',
  '__proto__',
  'constructor',
  '<p>',
  '&amp;',
  '%s',
  '\\u',
];
const halves = ['\ud83d', '\udc00', '\ud800\ud800', '\udfff'];
const dates = [
  'on Monday',
  '31 February',
  'May 3-5, 2021',
  '2/3/2020',
  'in 2014',
  '12:30 p.m.',
  'the next day',
  '99.99.9999',
  'Friday, May 3, 2019',
  'early last March',
  '3 days ago',
];

const mutations: Mutation[] = [
  function cut(text, random) {
    const [from, to] = stretch(text, random, text.length);
    return random() < 0.5 ? text.slice(0, from) + text.slice(to) : text.slice(from, to);
  },
  function repeated(text, random) {
    const [from, to] = stretch(text, random, random() < 0.7 ? 12 : 400);
    return (
      text.slice(0, to) +
      text.slice(from, to).repeat(1 + below(random, random() < 0.9 ? 12 : 3_000)) +
      text.slice(to)
    );
  },
  function swapped(text, random) {
    const [a, b, c, d] = [0, 0, 0, 0].map(() => below(random, text.length)).sort((x, y) => x - y) as [
      number,
      number,
      number,
      number,
    ];
    return text.slice(0, a) + text.slice(c, d) + text.slice(b, c) + text.slice(a, b) + text.slice(d);
  },
  function marksLost(text, random) {
    const share = random();
    return text.replace(marks, mark => (random() < share ? '' : mark));
  },
  function marksChanged(text, random) {
    const share = random() * 0.6;
    return text.replace(marks, mark => (random() < share ? one(random, quoteMarks) : mark));
  },
  function nested(text, random) {
    const [from, to] = stretch(text, random, 300);
    const depth = 1 + below(random, random() < 0.9 ? 6 : 2_000);
    return (
      text.slice(0, from) +
      one(random, quoteMarks).repeat(depth) +
      text.slice(from, to) +
      one(random, quoteMarks).repeat(depth) +
      text.slice(to)
    );
  },
  function inAnotherScript(text, random) {
    const letters = one(random, scripts);
    const [from, to] = stretch(text, random, 1_500);
    const other = text
      .slice(from, to)
      .replace(/[a-z]/gi, letter => letters[letter.charCodeAt(0) % letters.length]!);
    return text.slice(0, from) + other + text.slice(to);
  },
  function glued(text, random) {
    const share = random() * 0.5;
    return text.replace(/\s+/g, blank => (random() < share ? '' : blank));
  },
  function oneLine(text, random) {
    return text.replace(/\s*\n\s*/g, one(random, [' ', '', '\u2028', '\t', '\r']));
  },
  function inCapitals(text, random) {
    const [from, to] = stretch(text, random, 600);
    return text.slice(0, from) + text.slice(from, to).toUpperCase() + text.slice(to);
  },
  function wordsShuffled(text, random) {
    const [from, to] = stretch(text, random, 500);
    const words = text.slice(from, to).split(' ');
    return text.slice(0, from) + words.map(() => one(random, words)).join(' ') + text.slice(to);
  },
  strewn(oddities, 12),
  strewn(halves, 6),
  strewn(quoteMarks, 20),
  strewn(dates, 8),
  strewn(['\n', '\n\n', '\r\n', '\t', '\u00a0', '  '], 20),
];

/**
 * An article of the seeds or made up, a stretch of it most times, changed in up to five ways: always the
 * same for the same seed and number.
 */
export function mutatedArticle(seed: number, number: number): Article {
  const random = randomFrom(seed * 2_654_435 + number);
  const whole = random() < 0.5 ? one(random, seeds) : inventedNews(below(random, 500), 4 + below(random, 12));
  const from = random() < 0.3 ? 0 : below(random, whole.length);
  let text = random() < 0.05 ? whole : whole.slice(from, from + 200 + below(random, 1_200));
  for (let times = 1 + below(random, 5); times > 0; times--)
    text = one(random, mutations)(text, random).slice(0, longest);
  const publishedAt = one(random, [undefined, '2021-06-16', '2020-02-29T23:59', 'yesterday']);
  const title = random() < 0.2 ? one(random, text.split('\n')).slice(0, 300) : undefined;
  return {
    ...(random() < 0.08 ? { text: '', html: `<article><p>${text.replaceAll('\n', '<p>')}` } : { text }),
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}
