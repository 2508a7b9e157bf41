import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { englishSubject } from '../../languages/in-english.ts';
import { nominatives } from '../../languages/nominatives.ts';
import { type AskingWords, plainWord } from '../../languages/vocabulary.ts';
import type { Library } from '../page/library.ts';

/** Names in a row, at most as many words as one name has. */
const longestName = 3;
/** What is named before the verb and after it, in English, and the verb. */
type Parts = { before: string[]; after: string[]; verb: AskingWords['verbs'][number]; isPassive: boolean };

/**
 * Who, when, where or why, asked in a language other than English, as it is asked in English, in which most news are:
 * `Коли вбили NAME?` becomes `when was NAME killed`. Null if it is not such a question, or its verb is unknown.
 */
export async function englishQuestion(library: Library, question: string): Promise<string | null> {
  const { vocabulary } = library;
  if (vocabulary === undefined) return null;
  const plain = plainWord(question.replace(/(?<![?!.…\s])[?!.…\s]+$/u, '')).replace(/\s+/g, ' ');
  const asked = vocabulary.asking
    .flatMap(asking => [...asking.words.keys()].map(word => ({ asking, word })))
    .filter(({ word }) => plain.startsWith(`${word} `))
    .sort((a, b) => b.word.length - a.word.length);
  const textAfter = (word: string) => plain.slice(word.length + 1);
  const verbIn = ({ asking, word }: (typeof asked)[number]) =>
    asking.verbs.find(({ form }) => ` ${textAfter(word)} `.includes(` ${form} `));
  const found = asked.find(each => verbIn(each) !== undefined);
  const verb = found && verbIn(found);
  if (found === undefined || verb === undefined) return null;
  const { asking, word } = found;
  const text = textAfter(word);
  const at = ` ${text} `.indexOf(` ${verb.form} `);
  const names = (some: string) => namesIn(library, some, asking);
  const original = question.trim().split(/\s+/).slice(word.split(' ').length).join(' ');
  const before = await names(original.slice(0, at));
  const after = await names(original.slice(at + verb.form.length));
  if (before.length + after.length === 0) return null;
  const isPassive = text.split(' ').some(word => asking.passive.has(word));
  return asEnglish(asking.words.get(word)!, { before, after, verb, isPassive });
}

function asEnglish(word: string, { before, after, verb, isPassive }: Parts): string {
  const [one, ...others] = [...before, ...after];
  const { english, form, isAct } = verb;
  const all = [one, ...others].join(' ');
  if (word === 'who') return isPassive ? `who was ${english} ${all}` : `who ${english} ${all}`;
  if (word === 'how many') return `how many people ${isAct ? 'were ' : ''}${english} in ${all}`;
  if (word === 'whom') return `who did ${all} ${infinitive(english)}`;
  // `вбили`, `вбито`: done by people who are not named.
  const isImpersonal = isPassive || /(?:[лв]и|[нт]о)$/u.test(form) || before.length === 0;
  if (isAct && (isPassive || (others.length === 0 && isImpersonal))) return `${word} was ${all} ${english}`;
  return [word, 'did', one, infinitive(english), ...others].join(' ');
}

/** What follows `did`; forms that questions are understood with need not be right. */
function infinitive(past: string): string {
  return past === 'won' ? 'win' : past === 'lost' ? 'lose' : past === 'met' ? 'meet' : past;
}

/** What the words name, as the news call it; what is not known is spelt in Latin letters. */
async function namesIn(library: Library, words: string, asking: AskingWords): Promise<string[]> {
  const names: string[] = [];
  let left = words.split(/[\s,]+/).filter(word => word !== '');
  while (left.length > 0) {
    if (asking.fillers.has(plainWord(left[0]!)) || asking.passive.has(plainWord(left[0]!))) {
      left = left.slice(1);
      continue;
    }
    const [name, length] = await nameAt(library, left, asking);
    names.push(name);
    left = left.slice(length);
  }
  return names;
}

async function nameAt(
  library: Library,
  words: string[],
  { fillers }: AskingWords,
): Promise<[name: string, length: number]> {
  const end = words.findIndex(word => fillers.has(plainWord(word)));
  for (let length = Math.min(longestName, end < 0 ? words.length : end); length > 0; length -= 1) {
    const known = await knownName(library, words.slice(0, length).join(' '));
    if (known !== null) return [known, length];
  }
  // A word that is not known is left as it is, in Latin letters: a sentence without it answers less of the question.
  return [anyAscii(words[0]!).replace(/['`]/g, '').replaceAll('-', ' '), 1];
}

/** How far a name may be from what was written, as a share of its letters: found by it, and only the nearest to it. */
const farthest = { fits: 0.45, nearest: 0.25 };
const compared = 4;

/** The name nearest in spelling of those that the words, or what may be their nominatives, are known as. */
async function knownName(library: Library, words: string): Promise<string | null> {
  const english = englishSubject(words, library.vocabulary!);
  if (english !== words) return english;
  let best: { name: string; far: number } | null = null;
  for (const form of [words, ...nominatives(words, library.vocabulary!)]) {
    const found = await library.subjects.find(form);
    for (const how of ['fits', 'nearest'] as const)
      for (const { name, variants } of found[how].slice(0, compared)) {
        const latin = [name, ...variants].filter(each => /\p{Script=Latin}/u.test(each));
        // An ending that was taken off must not be the only difference between two names.
        const far = Math.min(...latin.map(each => (distanceOf(form, each) + distanceOf(words, each)) / 2));
        if (far <= farthest[how] && far < (best?.far ?? 1)) best = { name: latin[0]!, far };
      }
  }
  return best?.name ?? null;
}

/** How far words are from the nearest words of a name, 0 to 1, the least of each. */
function distanceOf(words: string, name: string): number {
  const own = latinWords(name);
  const asked = latinWords(words);
  const far = asked.map(word =>
    Math.min(...own.map(other => distance(word, other) / Math.max(word.length, other.length))),
  );
  return far.reduce((sum, one) => sum + one, 0) / asked.length;
}

function latinWords(text: string): string[] {
  return (
    anyAscii(text)
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/kh/g, 'h')
      .match(/[a-z0-9]+/g) ?? ['']
  );
}
