import { memoizeByObject } from '../../system/memoize.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Removed } from '../model/document.ts';
import { kindOfForm } from './boilerplate-forms.ts';

export type BoilerplateKind = Exclude<Removed['kind'], 'title' | 'byline' | 'caption'>;

/** Classifies a line as boilerplate by its words alone; null if it may belong to the body. */
export type BoilerplateDetector = (line: string) => BoilerplateKind | null;

const kinds = ['comments', 'related', 'share', 'legal', 'credit', 'navigation', 'other'] as const;

/** A longer line is a paragraph of the body even if it contains a boilerplate phrase. */
const longestByPhrase = 450;
/** Maximum length of a share button or picture credit. */
const longestLabel = 180;
/** Maximum length of a line that is a phrase as a whole. */
const longestWhole = 80;
/** Maximum length of a line that is boilerplate because of its opening words. */
const longestByStart = 240;

/** The detector for these phrases; built once for each knowledge passed in. */
export const boilerplateDetector: (boilerplate: Knowledge['boilerplate']) => BoilerplateDetector =
  memoizeByObject(createDetector);

function createDetector(boilerplate: Knowledge['boilerplate']): BoilerplateDetector {
  const phrases = kinds.map(kind => ({
    kind,
    whole: new Set(boilerplate[kind].whole),
    starts: byFirstWord(boilerplate[kind].start),
  }));
  const kindOfPhraseIn = phraseFinder(boilerplate);
  const kindOfWhole = (...texts: string[]) =>
    phrases.find(({ whole }) => texts.some(text => whole.has(text)))?.kind;
  const kindOfStart = (opening: string, text: string) => {
    const first = firstWord(opening);
    const found = phrases.find(({ starts }) =>
      starts.get(first)?.some(start => startsWithWords(opening, start)),
    );
    return found && !isReported(text) ? found.kind : undefined;
  };
  return line => {
    if (line.length > longestByPhrase)
      return /^(disclaimer|copyright|©)/i.test(line) && line.length < 3_000 ? 'legal' : null;
    const text = oneLine(line.toLowerCase());
    const opening = withoutLead(text);
    const bare = text.length > longestWhole ? '' : opening.replace(/[\s:…»>.!→*\])–—-]{1,20}$/u, '');
    return (
      (bare === '' ? null : kindOfWhole(bare, text)) ??
      (line.length <= longestByStart ? kindOfStart(opening, text) : null) ??
      kindOfPhraseIn(text, line.length > longestLabel) ??
      kindOfForm(line, opening, bare)
    );
  };
}

/** `Read more books, the minister told pupils.`: a sentence that ends with who says it. */
function isReported(text: string): boolean {
  return reporter.test(text.slice(text.lastIndexOf(', ') + 2));
}

const reporter =
  /^(?:the |an? )?\p{L}{1,20}(?: \p{L}{1,20}){0,2} (?:said|says|read|asked|added|told \p{L}{1,20}(?: \p{L}{1,20})?)\.$/u;

const oneLine = (text: string) => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text);

/** Drops bullets and other marks at the beginning; a quote mark stays, as a quote may say anything. */
const withoutLead = (text: string) =>
  /^["“‘«]/.test(text) ? text : text.replace(/^[^\p{L}\p{N}©(]{1,20}/u, '');

/** Finds the first kind that has a phrase in the line. */
function phraseFinder(
  boilerplate: Knowledge['boilerplate'],
): (text: string, isLong: boolean) => BoilerplateKind | null {
  const subjects = new Set(boilerplate.subjects);
  const phrases = kinds.map(kind => ({
    kind,
    phrases: boilerplate[kind].within.map(text => ({
      text,
      key: keyOf(text),
      isSubject: subjects.has(text),
    })),
  }));
  // Most lines have no phrase at all, which one look at them shows.
  const anyPhrase = new RegExp(kinds.flatMap(kind => boilerplate[kind].within.map(asPattern)).join('|'));
  return (text, isLong) => {
    if (!anyPhrase.test(text)) return null;
    const words = new Set(text.match(plainWords));
    const isNews = /[.!?]$/.test(text) && !spokenTo.test(text);
    const found = phrases.find(
      ({ kind, phrases }) =>
        !(isLong && labels.has(kind)) &&
        phrases.some(
          ({ text: phrase, key, isSubject }) =>
            text.includes(phrase) && (key === null || words.has(key)) && !(isSubject && isNews),
        ),
    );
    return found?.kind ?? null;
  };
}

/** Words of a sentence that speaks to the reader, or for the outlet. */
const spokenTo =
  /^(?:get|download|receive)\b|\b(?:you|your|we|our|us|my|me|please|sign(?:ing)? up|subscrib(?:e|ing)|turn off|thank)\b/;

/** The longest word of a phrase, which the line must have as a whole; not the last, as a phrase may end within a word. */
function keyOf(phrase: string): string | null {
  if (/[^\x00-\x7f]/.test(phrase)) return null;
  const words = (phrase.match(plainWords) ?? []).slice(0, -1);
  return words.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const plainWords = /[a-z0-9]+/g;

/** The pattern that matches a text and nothing else. */
const asPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const labels = new Set<BoilerplateKind>(['share', 'credit']);

/** Openings by their first word: a line is compared with few of them. */
function byFirstWord(starts: string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const start of starts) index.set(firstWord(start), [...(index.get(firstWord(start)) ?? []), start]);
  return index;
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
}

/** Whether a text begins with these words; a trailing `*` lets the last one be the start of a longer word. */
function startsWithWords(text: string, start: string): boolean {
  if (start.endsWith('*')) return text.startsWith(start.slice(0, -1));
  if (!text.startsWith(start)) return false;
  return !/[\p{L}\p{N}]$/u.test(start) || !/^\p{L}/u.test(text.slice(start.length));
}
