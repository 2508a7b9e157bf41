import { isObject } from '../../grammar/antecedent-rivals.ts';
import { subjectBefore, titledFrom } from '../../grammar/clause.ts';
import { type Context, genderOf, nameAlone, type WordRange } from '../../grammar/context.ts';
import { documentNouns, namingVerbs } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/** What someone does with the words of another: `received a letter saying`, `shared a post calling`. */
const passingOn = new Set(
  `receive get find read see obtain show carry hold wave recall remember share repost retweet forward repeat hear
  have sign endorse back support join circulate discover notice recover seize spot open keep quote cite respond react refer point reply object`.split(
    /\s+/,
  ),
);
/** What someone does with words of their own, for another or for all. */
const sending = new Set(
  'send write post email text leave hand give pass publish issue release tweet deliver mail slip scrawl'.split(
    ' ',
  ),
);
const furthest = 8;

/**
 * Whose words a participle of speech brings that goes with a document right before it, where they are not those of the
 * sentence’s subject: the document’s own in `X received a letter saying`, the sender’s in `X said the defendant had sent
 * her a text reading`. Null where it depends on the document no more than on the subject: `X issued a statement saying`.
 */
export function writerBetween(context: Context, document: number, floor: number): NounPhrase | null {
  const { words, quoted } = context;
  if (!documentNouns.has(words[document]!.lower)) return null;
  const from = nounPhraseStart(context, document + 1, floor);
  const whole = { from, to: document + 1 };
  const itself: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  if (isToldBy(context, document, floor)) return itself;
  for (let at = from - 1; at >= Math.max(floor, from - furthest); at--) {
    const { lower, text, lemma } = words[at]!;
    if (quoted[at] || /^[,;:.–—]$/.test(text) || /^(that|and|but|in)$/.test(lower)) return null;
    if (!isVerb(context, at)) continue;
    if (passingOn.has(lemma)) return itself;
    const sender = sending.has(lemma) ? subjectBefore(context, at, floor) : null;
    const isUnnamed = sender?.kind === 'described' && speakerKind(context, sender) !== null;
    return isUnnamed ? sender : null;
  }
  return null;
}

/** `an email by the developer Y`, `a post from Y`: the author of a document, where their name ends at `at`; else null. */
export function authorEndingAt(context: Context, at: number, floor: number): NounPhrase | null {
  const { words, endsAt } = context;
  const named = endsAt.get(at);
  if (!named) return null;
  const from = titledFrom(context, named.from, floor);
  const isAuthor =
    /^(?:by|from)$/.test(words[from - 1]?.lower ?? '') && documentNouns.has(words[from - 2]?.lower ?? '');
  const author = isAuthor && from - 2 >= floor ? parseNounPhrase(context, from, at + 1) : null;
  return author?.kind === 'person' ? author : null;
}

/** `X left after an editorial telling him to go`: the document speaks to the one whom the sentence is about, who sends nothing. */
function isToldBy(context: Context, document: number, floor: number): boolean {
  const { words } = context;
  const object = words[document + 2]?.lower ?? '';
  const gender = object === 'him' ? 'm' : object === 'her' ? 'f' : null;
  if (!gender || !isObject(context, document + 2, gender)) return false;
  for (let at = document - 1; at >= floor; at--) if (authoring.has(words[at]!.lemma)) return false;
  const subject = mainSubject(context, floor, document);
  const known = subject?.person ? genderOf(context, subject.person) : gender;
  return known === null || known === gender;
}

/** What the author of a document does with it. */
const authoring = new Set([...sending, ...'sign pen draft co-write launch start file dictate'.split(' ')]);

const saying =
  /^(claim|assertion|remark|comment|statement|suggestion|allegation|description|call|pledge|promise|vow|warning|word|line|phrase|quote|tweet|slogan|mantra|motto|argument|accusation|charge|contention|declaration|insistence|admission|reference|answer|quip|joke|complaint|finding|view|belief|conclusion|opinion|ruling|verdict|prediction|fear|advice|greeting)s?$/;

/**
 * Whether a noun of speech begins within a few words from `from`: what its owner says. Of a verb that gives it a name
 * only where the quote completes the noun: `called Y’s claim of a “…” absurd`, not `called Y’s claim “…”`.
 */
function isTheirSaying(
  { words }: Context,
  from: number,
  to: number,
  { mayTell, names }: { mayTell: boolean; names: boolean },
): boolean {
  const at = words.slice(from, Math.min(to, from + 4)).findIndex(({ lower }) => saying.test(lower));
  if (at < 0 || mayTell) return at >= 0;
  const next = words[from + at + 1]?.lower;
  // `recalled Y’s warning that it was “…”`
  if (next === 'that') return !names && !isPredicate(words, from + at + 2, to);
  return next === 'of' && to - (from + at) < 5 && names;
}

/** `said Y’s claim that it was so is “…”`: what comes in front of the quote is said of the whole clause before it. */
function isPredicate(words: Context['words'], from: number, to: number): boolean {
  const finite = words
    .slice(from, to)
    .filter(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(lower)));
  const last = /^(an?|the)$/.test(words[to - 1]!.lower) ? to - 2 : to - 1;
  return finite.length > 1 && /^(is|was|are|were)$/.test(words[last]!.lower);
}

const pointing = new Set(
  `refer refers referred referring echo echoes echoed echoing repeat repeats repeated repeating reiterated reiterating
  recall recalls recalled recalling mention mentions mentioned mentioning cite cites cited citing`.split(
    /\s+/,
  ),
);

/** `referring to remarks from the minister, Y, last year that “…”`: Y made them, and the quote is what they say. */
function isAuthorOfSaying({ words }: Context, verb: number, { from, to }: WordRange, quote: number): boolean {
  let noun = verb;
  while (noun < from && !pointing.has(words[noun]!.lower)) noun++;
  while (noun < from && !saying.test(words[noun]!.lower)) noun++;
  if (noun + 1 >= from || !/^(from|by|of)$/.test(words[noun + 1]!.lower)) return false;
  let that = to;
  while (that < quote && words[that]!.lower !== 'that') that++;
  return that === quote - 1 || (that < quote - 1 && !/^(AUX|VERB)$/.test(words[that + 1]!.pos));
}

/** `read a letter from Y: “…”`, `found a note from Y on the table: “…”` */
function isFromThem({ words }: Context, { from }: WordRange, to: number, isLast: boolean): boolean {
  const mayBe = isLast || (words[to - 1]!.text === ':' && documentNouns.has(words[from - 2]?.lower ?? ''));
  return mayBe && /^(from|by)$/.test(words[from - 1]!.lower);
}

const praising = new Set('praise thank hail applaud commend laud congratulate credit salute'.split(' '));

/**
 * Whose words the object of a verb reports: `dismissed Y's claim that it was "…"`, `defended Y's "…"`, `attacked Y
 * over his "…"`, `read a letter from Y: "…"`. `to` is where the quote begins.
 */
export function anotherBetween(
  context: Context,
  verb: { at: number; base: string; bare: boolean },
  to: number,
  subject: NounPhrase,
): NounPhrase | null {
  const { words } = context;
  if (words[to - 1]!.lower === 'as') return null;
  const names = namingVerbs.has(verb.base);
  // `echoed Y’s comments about “…”`
  const isRecalled = words[to - 1]!.text === ':' && pointing.has(words[verb.at]!.lower);
  const mayTell = (!verb.bare || isRecalled || /^(echo|repeat|reiterate)$/.test(verb.base)) && !names;
  // `praised Y for her “…”`: so does only who praises call it.
  const isPraise = praising.has(verb.base) && words[to - 2]?.lower === 'for';
  const isTheirs = mayTell && !isPraise && /^(his|her|their)$/.test(words[to - 1]!.lower);
  const isFrom = words[to - 1]!.text === ':' ? context.endsAt.get(to - 2) : undefined;
  for (let at = verb.at + 1; at < to; at++) {
    const unnamed = names ? null : unnamedOwner(context, at, verb.at + 1, to, isRecalled);
    if (unnamed) return unnamed;
    const named = context.endsAt.get(at);
    if (!named || named.person === subject.person) continue;
    const isOwner = /^['’]s?$/.test(words[at + 1]?.text ?? '');
    const reports = isOwner && isTheirSaying(context, at + 2, to, { mayTell, names });
    const isSender =
      isFromThem(context, named, to, named === isFrom) || isAuthorOfSaying(context, verb.at, named, to);
    if (reports || isTheirs || isSender || (isOwner && at + 2 === to && !verb.bare)) return nameAlone(named);
  }
  return null;
}

const perceiving: ReadonlySet<string> = new Set('hear overhear see watch notice let make'.split(' '));

/** `X told police he had heard Y shout “…”`: whom a verb between the one of speech and the quote has speak. */
export function perceivedBetween(
  context: Context,
  from: number,
  to: number,
  { person }: NounPhrase,
): NounPhrase | null {
  const { words, index, beginsAt } = context;
  for (let at = from + 1; at < to - 2; at++) {
    if (!perceiving.has(words[at]!.lemma)) continue;
    const named = beginsAt.get(at + 1);
    const other: NounPhrase | null = named ? nameAlone(named) : parseNounPhrase(context, at + 1, to);
    const verb = other?.whole.to ?? to;
    if (!other || verb >= to || (other.person && other.person === person)) continue;
    const isBare = verb + 1 === to || index.speech.get(words[verb]!.lower)?.base === words[verb]!.lower;
    if (isBare && /^(?:person|unnamed)$/.test(speakerKind(context, other) ?? '')) return other;
  }
  return null;
}

/** `disagreed with an inspector’s finding that it was “…”`, `recalled the coach’s advice: “…”`: someone unnamed whose saying is given. */
function unnamedOwner(
  context: Context,
  mark: number,
  floor: number,
  to: number,
  isRecalled: boolean,
): NounPhrase | null {
  const { words, endsAt } = context;
  if (!/^['’]s?$/.test(words[mark]!.text) || endsAt.has(mark - 1) || mark - 1 < floor) return null;
  const noun = saying.test(words[mark + 1]?.lower ?? '') ? mark + 1 : mark + 2;
  const isGiven = isRecalled || words[noun + 1]?.lower === 'that';
  if (!saying.test(words[noun]?.lower ?? '') || !isGiven || noun + 1 >= to) return null;
  if (isPredicate(words, noun + 2, to)) return null;
  const whole = { from: nounPhraseStart(context, mark, floor), to: mark };
  const owner: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  return speakerKind(context, owner) === null ? null : owner;
}
