import { stem } from '../../reading/text/stem.ts';
import { fold } from './fold.ts';
import { isFrequent } from './word-lists.ts';

/**
 * A number of a sentence and what it counts. `low` and `high` bound it: an exact number is both, `at least nine` has
 * no upper bound, `about 300` reaches a tenth to either side.
 */
export type Figure = {
  low: number;
  high: number;
  /** Whether the words leave it open: `at least`, `about`, `dozens`. */
  isRough: boolean;
  /** What is counted, as far as it can be compared: `dead`, `%`, `crown`. */
  of: string;
  /** Whether it is a toll, which grows as more becomes known. */
  isToll: boolean;
  /** Where the number is in the text, in UTF-16 code units. */
  at: number;
};

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordValues = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, value): [string, number] => [word, value * 10]).slice(1),
]);
const scales: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Tolls by the words for them. */
const tolls: readonly [name: string, words: RegExp][] = [
  ['dead', /^(?:kill\w*|dead|died?|dies|dying|deaths?|fatalit\w+|lives|slain|perished|toll)$/],
  ['injured', /^(?:injur\w+|wound\w*|hurt)$/],
  ['arrested', /^(?:arrest\w*|detain\w*|detention\w*)$/],
  ['missing', /^missing$/],
  ['displaced', /^(?:displaced|evacuat\w+|homeless)$/],
];

/** Words that count nothing by themselves: the thing counted follows. */
const unitWords =
  /^(?:more|other|new|further|additional|different|young|of|the|its|their|his|her|a|an|square|metric|us)$/;
const timeWords =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|am|pm|years-old|year-old|o|times?)$/;
const monthWords = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const reach = 4;

const anyNumber = new RegExp(`\\d|\\b(?:${[...wordValues.keys()].join('|')})\\b`, 'i');

type Token = { text: string; at: number; breaks: boolean };

/** The figures of a sentence; dates, ages, times of day and ordinals are none. */
export function figuresIn(sentence: string): Figure[] {
  if (!anyNumber.test(sentence)) return [];
  const tokens = tokensOf(sentence);
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at);
    if (number === null) continue;
    // `48 of those detained` counts a part.
    const isPart =
      tokens[number.to]?.text === 'of' &&
      /^(?:those|them|these|the|whom|which)$/.test(tokens[number.to + 1]?.text ?? '');
    const figure = isPart ? null : figureOf(tokens, at, number);
    if (figure) figures.push(figure);
    at = number.to - 1;
  }
  return figures;
}

/** Whether two figures can’t both be right. */
export function contradict(a: Figure, b: Figure): boolean {
  return a.of === b.of && (a.low > b.high || b.low > a.high);
}

function tokensOf(sentence: string): Token[] {
  const found = [...sentence.matchAll(/\d[\d,.]*\d|\d|%|[\p{L}][\p{L}\p{M}’'-]*|[,;:()–—]/gu)];
  const tokens: Token[] = [];
  for (const { 0: text, index } of found) {
    if (/^[,;:()–—]$/.test(text)) {
      const last = tokens.at(-1);
      if (last) last.breaks = true;
    } else tokens.push({ text: fold(text), at: index, breaks: false });
  }
  return tokens;
}

type NumberRead = { value: number; to: number; rough: [low: number, high: number] | null };

function numberAt(tokens: Token[], at: number): NumberRead | null {
  const token = tokens[at]!;
  if (/^(?:dozens|scores|hundreds|thousands|millions)$/.test(token.text)) return null;
  let value = /^\d/.test(token.text)
    ? digits(token.text)
    : (wordValues.get(token.text) ?? compound(token.text));
  if (value === null) return null;
  let to = at + 1;
  for (
    let scale = scales[tokens[to]?.text ?? ''];
    scale !== undefined;
    scale = scales[tokens[to]?.text ?? '']
  ) {
    value *= scale;
    to++;
  }
  // `3 to 5 people`, `between 3 and 5`: a range.
  const isRange =
    /^(?:to|or)$/.test(tokens[to]?.text ?? '') ||
    (tokens[to]?.text === 'and' && tokens[at - 1]?.text === 'between');
  const other = isRange && tokens[to + 1] ? numberAt(tokens, to + 1) : null;
  if (other) return { value, to: other.to, rough: [value, other.value] };
  const isDozens = tokens[at + 1]?.text === 'dozen';
  return { value, to, rough: roughness(tokens, at, value) ?? (isDozens ? aboutDozens(value) : null) };
}

/** `two dozen` may be 23 or 26. */
function aboutDozens(value: number): [number, number] {
  return [Math.floor(value * (1 - dozensOff)), Math.ceil(value * (1 + dozensOff))];
}
const dozensOff = 0.15;

function digits(text: string): number | null {
  const plain = text.replace(/,(?=\d{3})/g, '').replace(/\.$/, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** `forty-four` */
function compound(word: string): number | null {
  const [ten, one] = word.split('-');
  const [a, b] = [wordValues.get(ten ?? ''), wordValues.get(one ?? '')];
  return a !== undefined && b !== undefined && a >= 20 && b < 10 ? a + b : null;
}

/** What the words before a number make of it. */
function roughness(tokens: Token[], at: number, value: number): [number, number] | null {
  const before = tokens
    .slice(Math.max(0, at - 3), at)
    .map(({ text }) => text)
    .join(' ');
  if (/\b(?:at least|no fewer than|not less than|a minimum of)$/.test(before)) return [value, Infinity];
  if (/\b(?:more than|over|above|exceed\w*|upwards of)$/.test(before)) return [value, Infinity];
  if (/\b(?:up to|as many as|at most|fewer than|less than|under|no more than|nearly|almost)$/.test(before))
    return [0, value];
  if (/\b(?:about|around|some|roughly|approximately|circa|an estimated|estimated)$/.test(before))
    return [value * 0.8, value * 1.25];
  return null;
}

const oldest = 120;

function figureOf(tokens: Token[], at: number, { value, to, rough }: NumberRead): Figure | null {
  const [before, next] = [tokens[at - 1], tokens[to]];
  const isYear = /^\d{4}$/.test(tokens[at]!.text) && value >= 1900 && value <= 2100;
  if (isYear || next?.text === undefined || timeWords.test(next.text) || /^(?:st|nd|rd|th)$/.test(next.text))
    return null;
  // An age: `NAME, 60, died`.
  if (before?.breaks && tokens[to - 1]!.breaks && value <= oldest) return null;
  if (monthWords.test(before?.text ?? '') && !tokens[at - 1]!.breaks && value <= 31) return null;
  if (monthWords.test(next.text) && value <= 31) return null;
  const counted = countedAt(tokens, at, to);
  if (counted === null) return null;
  const isShare = counted.of.startsWith('%');
  const [low, high] = rough ?? [value, value];
  // More than 51 percent is something of 51 percent.
  const most = isShare && high === Infinity ? value + 1 : high;
  return { low, high: most, isRough: rough !== null && !isShare, at: tokens[at]!.at, ...counted };
}

/** What a number counts: a share, a toll that is said right before or after it, else the noun after it. */
function countedAt(tokens: Token[], from: number, to: number): { of: string; isToll: boolean } | null {
  const after = untilBreak(tokens, to, 1);
  if (/^(?:%|percent|pct)$/.test(after[0] ?? '') || (after[0] === 'per' && after[1] === 'cent')) {
    const rest = after.slice(after[0] === 'per' ? 2 : 1);
    const of = rest.includes('of')
      ? rest.slice(rest.indexOf('of') + 1).find(word => !unitWords.test(word))
      : '';
    return { of: `% ${stem(of ?? '')}`, isToll: false };
  }
  const before = untilBreak(tokens, from - 1, -1);
  const skipped = before.filter(
    word =>
      !/^(?:at|least|more|than|about|around|some|to|up|over|as|many|the|of|by|has|have|now|risen|rose|another)$/.test(
        word,
      ),
  );
  const toll =
    tolls.find(([, words]) => words.test(skipped[0] ?? '')) ??
    tolls.find(([, words]) => after.slice(0, reach + 1).some(word => words.test(word)));
  if (toll) return { of: toll[0], isToll: true };
  const noun = after.find(word => !unitWords.test(word));
  return noun === undefined || noun.length < 3 || isFrequent(noun) || !/^[a-z]/.test(noun)
    ? null
    : { of: nounsFrom(after), isToll: false };
}

/** The noun counted, with what it is `of`: `tonnes of wheat`. */
function nounsFrom(words: string[]): string {
  const at = words.findIndex(word => !unitWords.test(word));
  const of = words[at + 1] === 'of' ? words.slice(at + 2).find(word => !unitWords.test(word)) : undefined;
  return [words[at]!, ...(of ? [of] : [])].map(stem).join(' of ');
}

/** The words from a place on, in a direction, up to the next comma or `and`. */
function untilBreak(tokens: Token[], from: number, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let at = from; tokens[at] && words.length < 8; at += step) {
    const { text, breaks } = tokens[at]!;
    if (/^(?:and|but|while|as|including)$/.test(text) || (step === -1 && breaks)) break;
    words.push(text);
    // `ten people, including children, were killed`
    if (step === 1 && breaks && tokens[at + 1]?.text === 'including') {
      const end = tokens.findIndex((token, place) => place > at + 1 && token.breaks);
      if (end < 0) break;
      at = end;
    } else if (step === 1 && breaks) break;
  }
  return words;
}
