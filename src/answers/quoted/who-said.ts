import { foldedWords } from '../../library/text/fold.ts';
import { formTest } from '../../library/text/word-forms.ts';
import type { Library } from '../page/library.ts';
import { askedWordsOf, contentWords } from '../sentences/question-words.ts';
import type { Groupable } from './quote-groups.ts';

const saying =
  '(?:sa(?:id|ys|y)|stated?|wr(?:ote|ite)|tweet(?:ed)?|posted|told|warn(?:ed|s)?(?: (?:of|about|that|against))?|call(?:ed|s)?(?: for)?|describ(?:ed|es?)|compar(?:ed|es?)|vow(?:ed|s)?|promis(?:ed|es?)|threaten(?:ed|s)?|insist(?:ed|s)?|argu(?:ed|es?)|admit(?:ted|s)?|claim(?:ed|s)? that|(?<mention>mention(?:ed|s)?|talk(?:ed|s)? (?:about|of)|sp(?:oke|eaks?|oken) (?:about|of|on)|us(?:ed?|es) the (?:words?|phrase|term)))';

/**
 * Asked of someone who is not named: whose words they are. The group `lead` or `words` may say that the first is meant;
 * `mention`: that it is enough to have said one word.
 */
export const whoSaidPatterns: readonly RegExp[] = [
  new RegExp(
    `^who (?:else )?(?<lead>(?:was|is) (?:it (?:who|that) |the first (?:one |person )?(?:to|who) )|has |had |first )?${saying} (?:that )?(?<words>.{3,200})$`,
    'isu',
  ),
  /^whose (?:words|quote|line) (?:are|is|was|were)(?: (?:this|these|that|it))?[:, ]{1,3}(?<words>.{3,200})$/isu,
];

const atFirst = /,? first$/iu;

/** Whether it is asked who was the first to say so, and the words without that. */
export function firstAsked(lead: string | undefined, words: string): { words: string; isFirst: boolean } {
  const isFirst = /\bfirst\b/i.test(lead ?? '') || atFirst.test(words);
  return { words: words.replace(atFirst, ''), isFirst };
}

/**
 * Fewer words than these, or fewer of those that say something by themselves, may be in anyone’s mouth, unless it is
 * asked who mentioned them.
 */
const fewestWords = 3;
const fewestTelling = 2;
/** At least this share of the words must be a quote’s own; the others may be in the sentences around it. */
const ownShare = 0.5;
/** How many words may be between two of those that were asked for. */
const farthestApart = 4;
/** How many of the newest quotes with the words are looked at. */
const quotesRead = 100;

/**
 * The words to look for in quotes if it is asked who said them: word for word, else those that say something, those of
 * them that are no verbs, which the asker may have chosen, or all of these but one. Null if no one is quoted with them,
 * or they say too little.
 */
export async function wordsSaid(library: Library, typed: string, isMention = false): Promise<string | null> {
  const fewest = isMention ? 1 : fewestTelling;
  const bare = typed.replace(/^["“”„«'‘\s]{1,9}|["“”»'’?!.\s]{1,9}$/gu, '');
  const all = foldedWords(bare);
  if (all.length >= fewestWords && (await isQuoted(library, bare, all.length))) return bare;
  const telling = contentWords(bare);
  const verbs = new Set(askedWordsOf(bare).flatMap(({ word, isVerb }) => (isVerb ? [word] : [])));
  const nouns = telling.filter(word => !verbs.has(word));
  const butOne = nouns.length > fewestTelling ? nouns.map((_, left) => nouns.toSpliced(left, 1)) : [];
  for (const words of [telling, nouns, ...butOne]) {
    const isShortened = words.length < nouns.length;
    const fewestOwn = isShortened ? fewestTelling : Math.ceil(words.length * ownShare);
    if (words.length >= fewest && (await isQuoted(library, words.join(' '), fewestOwn)))
      return words.join(' ');
  }
  return null;
}

async function isQuoted(library: Library, words: string, fewestOwn: number): Promise<boolean> {
  for (const whose of ['named', 'unnamed'] as const) {
    const found = await library.people.wordingsAbout(words, quotesRead, whose);
    if (found.some(quote => hasTogether(quote, words, fewestOwn))) return true;
  }
  return false;
}

/**
 * Whether a quote has enough of the words itself, and those close together: scattered over a long one they were hardly
 * meant.
 * @param fewestOwn how many of the words it must have; all of them if not given
 */
export function hasTogether(
  { text }: Pick<Groupable, 'text'>,
  about: string,
  fewestOwn: number = foldedWords(about).length,
): boolean {
  const own = foldedWords(text);
  const places = foldedWords(about).map(word => {
    const isForm = formTest(word);
    return own.flatMap((each, at) => (isForm(each) ? [at] : []));
  });
  const [first, ...others] = places.filter(some => some.length > 0);
  if (first === undefined || others.length + 1 < fewestOwn) return false;
  const most = others.length * farthestApart;
  return first.some(start => others.every(some => some.some(at => Math.abs(at - start) <= most)));
}
