import { officeAt } from '../people/roles/role-phrase.ts';
import { weekdays } from '../text/calendar.ts';
import { type Context, type Named, type NounPhrase, speechVerb } from './context.ts';
import { bodyNouns, subjectPronouns } from './lexicon.ts';
import { isPlural } from './reporting-form.ts';
import { speakerKind } from './speaker-kind.ts';

export type { NounPhrase } from './context.ts';

/** The prepositions that may link a noun to its complement. */
export const link: ReadonlySet<string> = new Set(
  (
    'of for to on at in from with by against about among near under over behind between like as than into after ' +
    'before during'
  ).split(' '),
);
/** What a noun phrase begins with. */
export const article: ReadonlySet<string> = new Set(
  (
    'the a an his her their its our my one another some many several two three this that these those no other ' +
    'most any both few'
  ).split(' '),
);

/**
 * The noun phrase that begins at `from` and ends before `limit`: whom it names. A possessive (`Miller's
 * deputy`), a name that goes with a noun (`Miller campaign aide`) and what comes behind `of` or `for` are
 * not who is named.
 */
export function parseNounPhrase(context: Context, from: number, limit: number): NounPhrase | null {
  const first = context.words[from];
  if (!first || from >= limit || context.quoted[from]) return null;
  if (subjectPronouns.has(first.lower)) {
    return { kind: 'pronoun', person: null, from, to: from + 1, whole: { from, to: from + 1 } };
  }
  return headedPhrase(context, from, limit);
}

/** The words of a phrase from `from`, up to the name that heads it or to what ends it. */
function headedPhrase(context: Context, from: number, limit: number): NounPhrase | null {
  const { words, index } = context;
  const { sentence } = words[from]!;
  const isIn = (at: number) => at < limit && words[at]?.sentence === sentence && !context.quoted[at];
  let at = from;
  let office = false;
  let linkAt = -1;
  while (isIn(at) && at < from + 24) {
    const word = words[at]!;
    const named = context.beginsAt.get(at);
    if (named && named.to <= limit) {
      const head = namedHead(context, named, from, linkAt, limit);
      if (head) return head;
      at = named.to;
      continue;
    }
    if (/^[,–—]$/.test(word.text))
      return namedBehindComma(context, { from, at, limit, office, linkAt }) ?? describedPhrase(from, at);
    if (ends.test(word.lower)) break;
    const length = officeAt(words, at, Math.min(limit, words.length), index);
    office ||= length > 0;
    if (length === 0 && at > from) {
      if (endsPhrase(context, at)) break;
      if (link.has(word.lower)) linkAt = at;
    }
    at += Math.max(1, length);
  }
  // `told by a colleague to`: what comes next is no part of it.
  while (at > from + 1 && link.has(words[at - 1]!.lower)) at--;
  return describedPhrase(from, at);
}

/** A name as the head of the phrase from `from`; null where it only goes with what comes before or after it. */
function namedHead(
  context: Context,
  named: Named,
  from: number,
  linkAt: number,
  limit: number,
): NounPhrase | null {
  if (isComplement(context, linkAt, named.from) || isModifier(context, named.to, limit)) return null;
  const { words, quoted } = context;
  const next = words[named.to];
  const isIn = named.to < limit && next?.sentence === words[from]!.sentence && !quoted[named.to];
  const isPair = isIn && /^(and|&)$/.test(next!.lower) && isNameLike(context, named.to + 1);
  if (isPair) return describedPhrase(from, named.to + 2);
  // `David and Jeanne Heidler`: the first of two needs no surname.
  const isSecond =
    named.from - 2 >= from &&
    /^(and|&)$/.test(words[named.from - 1]!.lower) &&
    words[named.from - 2]!.isCapitalized;
  if (isSecond) return describedPhrase(from, named.to);
  return {
    kind: 'person',
    person: named.person,
    from: named.from,
    to: named.to,
    whole: { from, to: named.to },
  };
}

const ends = /^([.;:!?()“”"]|who|which|that|when|while|whose|where|but|because|if)$/;

/** A verb, or a preposition that does not go with a noun: `in`, `with` … */
function endsPhrase(context: Context, at: number): boolean {
  const { lower } = context.words[at]!;
  if (isVerb(context, at) && !isAdjectival(context, at)) return true;
  return link.has(lower) && !/^(of|for|to|at|from)$/.test(lower);
}

/** The words from `from` as a phrase that names no one; null if there are none. */
function describedPhrase(from: number, to: number): NounPhrase | null {
  if (from === to) return null;
  return { kind: 'described', person: null, from, to, whole: { from, to } };
}

/** A participle in the place of an adjective: `the newly installed minister`. */
function isAdjectival({ words, index }: Context, at: number): boolean {
  const [before, word, next] = [words[at - 1]!, words[at]!, words[at + 1]];
  if (!next || index.speech.has(word.lower) || !/(ed|en|ing)$/.test(word.lower)) return false;
  return /^(DET|ADV|ADJ)$/.test(before.pos) && /^(NOUN|ADJ|PROPN)$/.test(next.pos);
}

/** `father of the hostage X` */
const relation =
  /^(father|mother|parents?|son|daughter|child|children|wife|husband|widow|widower|brother|sister|uncle|aunt|cousin|niece|nephew|grandson|granddaughter|grandfather|grandmother|friends?|neighbou?r|fiancée?|partner|family|relatives?|fans?|supporters?|critics?|opponents?|allies|ally|aides?|lawyers?|biographer|victims?|members?|one|some|many)$/;

/**
 * Whether a name at `at` only completes what comes before the link at `linkAt`: `spokesman for X`, `aide of
 * President X`. In `Speaker of the House Rep. X` the complement is another, so that X is the speaker.
 */
function isComplement(context: Context, linkAt: number, at: number): boolean {
  const { words, index } = context;
  if (linkAt < 0) return false;
  // `at the convention Sen. X`, `Speaker of the House Rep. X`: a title of its own behind another noun.
  const [title, noun] = [words[at - 1], words[at - 2]];
  const isTitled = title && /\.$/.test(title.text) && index.honorifics.has(title.lower);
  if (isTitled && at - 2 > linkAt && noun && (/^NOUN$/.test(noun.pos) || noun.isCapitalized)) return false;
  if (isBearer(context, linkAt, at)) return false;
  // `father of three X`
  if (linkAt === at - 2 && /^(two|three|four|five|six|seven|eight|nine|ten)$/.test(words[at - 1]!.lower))
    return false;
  if (words[linkAt]!.lower !== 'of' || relation.test(words[linkAt - 1]?.lower ?? '')) return true;
  // `of the paper X owns`: a clause about the noun.
  const behind = context.beginsAt.get(at)?.to ?? at;
  if (words[behind] && isVerb(context, behind) && !index.speech.has(words[behind]!.lower)) return true;
  return words.slice(linkAt + 1, at).every(({ lower }) => {
    const isTitle = index.honorifics.has(lower) || index.offices.has(lower) || index.modifiers.has(lower);
    return isTitle || index.demonyms.has(lower) || article.has(lower);
  });
}

/**
 * Whether a name at `at` is that of the bearer of an office whose place comes between: `Ambassador to the UN X`,
 * `Minister of Foreign Affairs X`, `Department of Justice spokesman X`. Not in `aide to President X`, `a spokesman for
 * Republican X`.
 */
function isBearer(context: Context, linkAt: number, at: number): boolean {
  const { words, index } = context;
  const [place, last] = [words[linkAt - 1], words[at - 1]!];
  if (!place || at - 1 <= linkAt || !/^(of|to|for)$/.test(words[linkAt]!.lower)) return false;
  const office = officeEndingAt(context, linkAt);
  const isBody = office < 0 && place.isCapitalized && !relation.test(place.lower);
  if (isBody) return !last.isCapitalized && index.offices.has(last.lower);
  if (office >= 0 && isOfBody(context, linkAt, at)) return true;
  const isTitle = index.honorifics.has(last.lower) || index.offices.has(last.lower);
  if (office < 0 || !last.isCapitalized || isTitle) return false;
  return words[office]!.isCapitalized || !/^an?$/.test(words[office - 1]?.lower ?? '');
}

/** `spokeswoman of the Government X said`: a body is all that comes between an office and a name, and the name ends the phrase. */
function isOfBody({ words, beginsAt, index }: Context, linkAt: number, at: number): boolean {
  if (at !== linkAt + 3 || words[linkAt + 1]!.lower !== 'the' || !bodyNouns.has(words[at - 1]!.lower))
    return false;
  const next = words[beginsAt.get(at)?.to ?? words.length];
  return next !== undefined && (next.text === ',' || index.speech.has(next.lower));
}

/** Where the office begins that ends before `to`: `Secretary of State`; -1 where none does. */
function officeEndingAt({ words, index }: Context, to: number): number {
  for (let from = Math.max(0, to - index.longestOffice); from < to; from++)
    if (officeAt(words, from, to, index) === to - from) return from;
  return -1;
}

type Opening = { from: number; at: number; limit: number; office: boolean; linkAt: number };

/** `a spokesman for the bank, X`, `her gallerist, X,`: whom the words between `from` and a comma at `at` are about. */
function namedBehindComma(context: Context, { from, at, limit, office, linkAt }: Opening): NounPhrase | null {
  if (office) return nameAfter(context, at + 1, limit);
  if (at === from) return null;
  const { words } = context;
  const phrase = linkAt < 0 && article.has(words[from]!.lower) ? describedPhrase(from, at) : null;
  const isOne = !/[^s]s$/.test(words[at - 1]!.lower);
  if (!phrase || !isOne || speakerKind(context, phrase) !== 'unnamed') return null;
  const named = nameAfter(context, at + 1, limit);
  const next = named ? words[named.to] : undefined;
  const isClosed = !next || /^[.,–—]$/.test(next.text) || next.sentence !== words[at]!.sentence;
  return isClosed ? named : null;
}

/** The name that follows an office and a comma: `a spokesman for the bank, X`. */
function nameAfter(context: Context, at: number, limit: number): NounPhrase | null {
  for (let next = at; next < Math.min(at + 3, limit); next++) {
    const named = context.beginsAt.get(next);
    if (named && !isModifier(context, named.to, limit)) {
      return {
        kind: 'person',
        person: named.person,
        from: named.from,
        to: named.to,
        whole: { from: at, to: named.to },
      };
    }
    if (!context.index.honorifics.has(context.words[next]?.lower ?? '')) return null;
  }
  return null;
}

/** Whether a name that ends before `at` only goes with what follows: `'s aide`, `campaign spokesman`. */
export function isModifier(context: Context, at: number, limit: number): boolean {
  const { words } = context;
  const word = words[at];
  if (!word || at >= limit || word.sentence !== words[at - 1]!.sentence) return false;
  if (word.lower === "'s" || word.lower === "'" || word.lower === '’') return true;
  if (isVerb(context, at) || !word.spacedBefore) return false;
  if (/^(NOUN|PROPN|ADJ)$/.test(word.pos) && /\p{L}/u.test(word.text)) {
    return (
      !weekdays.has(word.lower) &&
      !/^(yesterday|today|earlier|later|then|himself|herself|jr\.?|sr\.?|also|recently|last|this)$/.test(
        word.lower,
      )
    );
  }
  return false;
}

function isNameLike({ words, beginsAt, index }: Context, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  // `said X and coach Y`
  const isTitled = index.offices.has(word.lower) && (beginsAt.has(at + 1) || beginsAt.has(at + 2));
  return beginsAt.has(at) || isTitled || /^(his|her|the)$/.test(word.lower) || word.isCapitalized;
}

/** Whether a word is a verb as far as is known: of speech, or one by wink's word. */
export function isVerb(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (context.beginsAt.has(at) || (word.isCapitalized && !word.isSentenceStart && word.spacedBefore))
    return false;
  return (
    word.pos === 'VERB' ||
    word.pos === 'AUX' ||
    (speechVerb(context, at) !== null && (!/^(NOUN|ADJ)$/.test(word.pos) || isPlural(context, at))) ||
    /^(said|says|told|added|wrote)$/.test(word.lower)
  );
}
