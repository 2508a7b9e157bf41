import { isPossessiveEnding } from '../tokens/words.ts';
import type { Context, NounPhrase } from './context.ts';
import * as lexicon from './lexicon.ts';

/** What a phrase denotes that words can come from. `unnamed`: a person or people whose name is not given. */
export type SpeakerKind = 'person' | 'organization' | 'document' | 'unnamed';

/** Where the head of a phrase ends: `spokesman for …`, `officials who …`. */
const endsHead: ReadonlySet<string> = new Set(
  (
    'of for to at from in on with by about against among near over behind between like as into after before during ' +
    'across opposite beside above below outside inside upstairs downstairs who whom whose which that when where , ( – — -'
  ).split(' '),
);
const determiner: ReadonlySet<string> = new Set(
  'the a an his her their its our my this that these those'.split(' '),
);
const agentNoun = /(er|or|ist|ian|eer|man|woman|men|women|ee|path|crat|naut|smith|wright|herd)s?$/;

/**
 * What a phrase denotes: people, an organisation (a country or its capital too) or a document; null for anything
 * else, which cannot speak: `a clear answer`, `the balloons`, `it`, `on Wednesday`.
 */
export function speakerKind(context: Context, phrase: NounPhrase): SpeakerKind | null {
  const { words } = context;
  if (phrase.kind === 'person') return 'person';
  const first = words[phrase.from]!;
  if (phrase.kind === 'pronoun') return /^(it|this|that)$/.test(first.lower) ? null : 'unnamed';
  if (isOneOfTwo(context, phrase)) return 'unnamed';
  const head = headOf(context, phrase);
  if (head < 0) return null;
  const word = words[head]!;
  // Whom a phrase names as its head counts as named, even where the name is only part of it.
  // As the possessor of what follows, `Hale’s` in `responded to Hale’s comment`, it is only part of a phrase.
  if (context.endsAt.has(head)) return isPossessiveEnding(words[head + 1]?.text) ? null : 'unnamed';
  if (context.companyEnds.has(head)) return 'organization';
  // `a Department for Transport spokesperson`
  const last = words[phrase.to - 1]!;
  if (word.isCapitalized && !last.isCapitalized && context.index.offices.has(last.lower)) return 'unnamed';
  const begin = determiner.has(first.lower) && head > phrase.from ? phrase.from + 1 : phrase.from;
  return kindOfHead(context, word.lower, begin, head) ?? kindOfName(context, begin, head);
}

/** `the former`, `the latter`: one of two just named. */
export function isOneOfTwo({ words }: Context, { from, to }: NounPhrase): boolean {
  return to - from === 2 && words[from]!.lower === 'the' && /^(former|latter)$/.test(words[from + 1]!.lower);
}

/** The index of the word that a phrase is about, -1 where there is none: its last noun, else its last word. */
function headOf({ words, endsAt, quoted }: Context, { from, to }: NounPhrase): number {
  let [noun, last] = [-1, -1];
  for (let at = from; at < to; at++) {
    const { lower, text, pos } = words[at]!;
    if (at > from && (endsHead.has(lower) || isNextTo(words, at))) break;
    if (quoted[at] || !/[\p{L}\p{N}]/u.test(text) || isPossessiveEnding(text)) continue;
    last = at;
    if (pos === 'NOUN' || pos === 'PROPN') noun = at;
    if (endsAt.has(at) && !/^['’]/.test(words[at + 1]?.text ?? '')) return at;
  }
  const isNoun = (at: number) =>
    [lexicon.personNouns, lexicon.bodyNouns, lexicon.documentNouns].some(nouns =>
      nouns.has(words[at]!.lower),
    );
  return noun < 0 || isNoun(last) ? last : noun;
}

/** `the blacksmith next door`, `the woman next to him` */
function isNextTo(words: Context['words'], at: number): boolean {
  return words[at]!.lower === 'next' && /^(?:door|to)$/.test(words[at + 1]?.lower ?? '');
}

/** Whether an organization is called so. `an economist`, `her guardian`: outlets are named by such nouns. */
function isOrganization(
  { words, index }: Pick<Context, 'words' | 'index'>,
  whole: string,
  head: number,
): boolean {
  const { lower, isCapitalized } = words[head]!;
  if (whole !== lower && index.organizations.has(whole)) return true;
  return index.organizations.has(lower) && (isCapitalized || !agentNoun.test(lower));
}

function kindOfHead(
  { words, index }: Context,
  lower: string,
  from: number,
  head: number,
): SpeakerKind | null {
  if (lexicon.neverSpeakers.has(lower)) return null;
  let whole = words[from]!.lower;
  for (let at = from + 1; at <= head; at++) whole += ` ${words[at]!.lower}`;
  if (isOrganization({ words, index }, whole, head)) return 'organization';
  const one = lower.endsWith('s') ? lower.replace(/ies$/, 'y').replace(/([^s])s$/, '$1') : lower;
  // `the US`, `the UK`
  if (index.demonyms.has(lower) && /^(\p{Lu}\.?){2,3}$/u.test(words[head]!.text)) return 'organization';
  if (
    index.offices.has(lower) ||
    index.offices.has(one) ||
    index.demonyms.has(lower) ||
    index.demonyms.has(one)
  )
    return 'unnamed';
  if (/\b(?:(?:town|city|guild) hall|think tank)$/.test(whole)) return 'organization';
  const isBook = words[head]!.isCapitalized && lexicon.citedWorks.has(lower);
  if (isBook || lexicon.documentNouns.has(lower)) return 'document';
  if (lexicon.personNouns.has(lower) || /-year-olds?$/.test(lower)) return 'unnamed';
  if (lexicon.bodyNouns.has(lower) || index.organizationWords.has(lower) || index.organizationWords.has(one))
    return 'organization';
  if (index.things.has(lower) || lexicon.thingsLikePeople.has(lower)) return null;
  const word = words[head]!;
  const isNoun = word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'ADJ';
  const isPlain = !word.isCapitalized || word.isSentenceStart;
  return isNoun && isPlain && agentNoun.test(lower) && lower.length > 4 ? 'unnamed' : null;
}

/** A phrase that ends with a capitalised word: a country, an outlet, or someone who was not recognised. */
function kindOfName({ words, index, people }: Context, from: number, head: number): SpeakerKind | null {
  const word = words[head]!;
  if (!word.isCapitalized || lexicon.neverSpeakers.has(word.lower)) return null;
  if (word.isSentenceStart && (word.known || word.pos !== 'PROPN')) return null;
  if (words.slice(from, head).some(({ text }) => text === '&')) return 'organization';
  let first = head;
  while (first > from && words[first - 1]!.isCapitalized) first--;
  const isPersonal =
    index.female.has(words[first]!.lower) ||
    index.male.has(words[first]!.lower) ||
    index.honorifics.has(words[first]!.lower);
  if (head > first && isPersonal) return 'unnamed';
  if (head === first && index.surnames.has(word.lower) && !index.places.has(word.lower)) return 'unnamed';
  // A surname of several people may be no one's mention.
  return people.some(({ name }) => name.endsWith(` ${word.text}`)) ? 'unnamed' : 'organization';
}
