import { weekdays } from '../text/calendar.ts';
import type { Word } from '../tokens/words.ts';
import { beforeApposition, beforeComma, memberBefore, officeHolder, residentOf } from './apposition.ts';
import type { Context } from './context.ts';
import { documentNouns } from './lexicon.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { nounPhraseEndingAt } from './noun-phrase-back.ts';

const between: ReadonlySet<string> = new Set(
  (
    'has have had also then later further once again even recently repeatedly publicly would will could might ' +
    'may can should must shall ought perhaps probably surely one day long since did does do just now still ' +
    'previously immediately quickly simply reportedly famously himself herself afterward afterwards earlier ' +
    "today yesterday went goes on to was is been being quoted cited as only twice already never not n't n’t 'd " +
    'initially specifically who all both instead soon promptly jokingly last this week month night year'
  ).split(' '),
);

/** A subject is no more words than this before its verb. */
const maxWordsBack = 60;

/** Who does what the verb at `verb` says, looked for on its left, not beyond `sentenceFloor`. */
export function subjectBefore(context: Context, verb: number, sentenceFloor: number): NounPhrase | null {
  const found = phraseBefore(context, verb, sentenceFloor);
  return found?.kind === 'person' ? behindOther(context, found, verb, sentenceFloor) : found;
}

/** `It was X, not Y, who said`, `X, through her lawyer Y, said`: the subject of a verb where the name next to it is not the subject. */
function behindOther(context: Context, found: NounPhrase, verb: number, floor: number): NounPhrase {
  const { words } = context;
  const isSetBeside = words
    .slice(Math.max(floor, found.from - longestTitle), found.from)
    .some(({ lower }) => beside.test(lower));
  if (!isSetBeside) return found;
  const begin = titledFrom(context, found.from, floor);
  const link = words[begin - 1]?.lower ?? '';
  let at = begin - 2;
  if (link === 'not') while (at > floor && /^(?:,|and|but|–|—)$/.test(words[at]!.lower)) at--;
  else if (/^(?:through|via)$/.test(link) && words[at]?.text === ',') at--;
  else return found;
  const other = at >= floor ? nounPhraseEndingAt(context, at, floor, verb) : null;
  return other?.kind === 'person' ? other : found;
}

const beside = /^(?:not|through|via)$/;
/** Words of an office before a name. */
const longestTitle = 5;

/** Where a name begins, counting the title in front of it: `his lawyer X`, `the captain X`. */
export function titledFrom({ words, index }: Context, name: number, floor: number): number {
  let from = name;
  const isTitle = (lower: string) => index.offices.has(lower) || index.honorifics.has(lower);
  while (from > floor && isTitle(words[from - 1]!.lower)) from--;
  return from > floor && /^(?:the|an?|his|her|their|its)$/.test(words[from - 1]!.lower) ? from - 1 : from;
}

function phraseBefore(context: Context, verb: number, sentenceFloor: number): NounPhrase | null {
  const { words } = context;
  const floor = Math.max(sentenceFloor, verb - maxWordsBack);
  const { sentence } = words[verb]!;
  const isIn = (at: number) => at >= floor && words[at]?.sentence === sentence && !context.quoted[at];
  if (isPassive(context, verb, floor)) return null;
  let at = behindVerbGroup(context, verb, isIn);
  if (at < 0 || !isIn(at)) return null;
  if (words[at]!.lower === 'who' || isRelative(context, at)) return relativeHead(context, at, floor);
  if (words[at]!.text === ')') {
    while (isIn(at) && words[at]!.text !== '(') at--;
    at--;
  }
  if (/^[,–—]$/.test(words[at]?.text ?? '')) {
    const owner = beforeApposition(context, at, floor);
    if (owner?.kind === 'described') return memberBefore(context, owner, floor) ?? owner;
    return owner?.kind === 'person' && isAuthor(context, owner) ? possessorOf(context, owner, floor) : owner;
  }
  const found = nounPhraseEndingAt(context, at, floor, verb);
  const member = found && memberBefore(context, found, floor);
  if (member) return member;
  if (found?.kind === 'person') return possessorOf(context, found, floor) ?? found;
  return found?.kind === 'described' ? subjectOfDescription(context, found, verb, floor) : found;
}

function relativeHead(context: Context, pronoun: number, floor: number): NounPhrase | null {
  return beforeComma(
    context,
    context.words[pronoun - 1]?.text === ',' ? pronoun - 2 : pronoun - 1,
    floor,
    pronoun,
  );
}

/** Whether the verb at `verb` is in a relative clause about a thing: `a headline that said`, `schools which reminded` */
export function isAboutThing(context: Context, verb: number, floor: number): boolean {
  const { words } = context;
  const { sentence } = words[verb]!;
  const at = behindVerbGroup(context, verb, other => other >= floor && words[other]?.sentence === sentence);
  return at > floor && isRelative(context, at);
}

/** `a headline that said`, `the letter, which called`: a pronoun for the noun before it. */
function isRelative({ words }: Context, at: number): boolean {
  const { lower } = words[at]!;
  const before = words[at - 1];
  const noun = lower === 'which' && before?.text === ',' ? words[at - 2] : before;
  return /^(that|which)$/.test(lower) && /^(NOUN|PROPN|NUM)$/.test(noun?.pos ?? '');
}

/** The last word before the auxiliaries and adverbs of a verb; -1 for an infinitive. */
function behindVerbGroup({ words }: Context, verb: number, isIn: (at: number) => boolean): number {
  let at = verb - 1;
  for (; isIn(at) && words[at]!.lower !== 'who'; at--) {
    const { lower, pos } = words[at]!;
    if (!between.has(lower) && !weekdays.has(lower) && pos !== 'ADV') break;
    // `in which one wrote`
    if (lower === 'one' && /^(which|whom)$/.test(words[at - 1]?.lower ?? '')) break;
    const before = words[at - 1]?.lower ?? '';
    if (lower === 'to' && !/^(went|goes|go|on|continued|continues)$/.test(before)) return -1;
  }
  return at;
}

/** Whom a description in front of a verb belongs to, or the name before it where it only says when or where. */
function subjectOfDescription(
  context: Context,
  found: NounPhrase,
  verb: number,
  floor: number,
): NounPhrase | null {
  const { words } = context;
  const owner = officeHolder(context, found, floor) ?? residentOf(context, found, floor);
  if (owner) return owner;
  const link = words[found.from - 1];
  // `X came and in a statement said`: the statement is where it was said.
  const isPlace = /^(in|through|via)$/.test(link?.lower ?? '') && found.from - 1 > floor;
  if (isPlace && words.slice(found.from, found.to).some(({ lower }) => documentNouns.has(lower))) {
    const isJoined = /^(and|but)$/.test(words[found.from - 2]!.lower);
    return isJoined ? null : subjectBefore(context, found.from - 1, floor);
  }
  // `X has in the past said`: an adverbial within the verb group.
  const isWithin =
    /^(in|on|at|for|over|during)$/.test(link?.lower ?? '') && words[found.from - 2]?.pos === 'AUX';
  if (isWithin && found.from - 2 > floor) return subjectBefore(context, found.from - 1, floor);
  if (!link || !/^(in|on|at|during|after|before|since|with)$/.test(link.lower)) return found;
  const behind = nameBehindAdverbial(context, found);
  if (behind) return behind;
  const named = context.endsAt.get(found.from - 2);
  return named && named.from >= floor
    ? (nounPhraseEndingAt(context, found.from - 2, floor, verb) ?? found)
    : found;
}

/** `In a letter to the council X said`: a name, not the end of the phrase that says where, though no comma parts them. */
function nameBehindAdverbial({ words, index, endsAt }: Context, { from, to }: NounPhrase): NounPhrase | null {
  const named = endsAt.get(to - 1);
  if (!named || named.from <= from) return null;
  let begin = named.from;
  const isTitle = ({ lower, isCapitalized }: Word) =>
    !weekdays.has(lower) && (isCapitalized || index.honorifics.has(lower));
  while (begin > from && isTitle(words[begin - 1]!)) begin--;
  const last = words[begin - 1]!;
  if (begin <= from || (last.pos !== 'NOUN' && !weekdays.has(last.lower))) return null;
  return { kind: 'person', person: named.person, from: named.from, to, whole: { from: begin, to } };
}

const holding: ReadonlySet<string> = new Set(
  (
    'about against by of from to for with over near around behind beside outside inside toward towards under ' +
    'between among featuring on in at via through'
  ).split(' '),
);

/**
 * What a name only belongs to, the words for it kept: `a lawsuit against X called`, `the man who beat X said`,
 * `voters embracing X announced`.
 */
function possessorOf(context: Context, { whole }: NounPhrase, floor: number): NounPhrase | null {
  const { words } = context;
  const link = words[whole.from - 1];
  const before = words[whole.from - 2];
  if (!link || !before || whole.from - 2 < floor || link.sentence !== before.sentence) return null;
  if (clauseEdge.test(before.lower) || context.quoted[whole.from - 2]) return null;
  if (!holding.has(link.lower) && !isParticiple(context, whole.from - 1)) return null;
  let from = whole.from - 2;
  while (
    from > floor &&
    from > whole.from - 12 &&
    !clauseEdge.test(words[from - 1]!.lower) &&
    !context.quoted[from - 1]
  )
    from--;
  return { kind: 'described', person: null, from, to: whole.to, whole: { from, to: whole.to } };
}

/** `The report by X, released on Monday, called`, `A letter from X, read by Y, warned`: what someone wrote speaks. */
function isAuthor({ words }: Context, { whole }: NounPhrase): boolean {
  return (
    /^(by|from)$/.test(words[whole.from - 1]?.lower ?? '') &&
    documentNouns.has(words[whole.from - 2]?.lower ?? '')
  );
}

const clauseEdge = /^([,;:–—(]|that|and|but|while|when|as|because|if)$/;

/** A verb, none of speech, right behind whom it is about: `who beat`, `voters embracing`. */
function isParticiple(context: Context, at: number): boolean {
  const { words, index } = context;
  const [verb, before] = [words[at]!, words[at - 1]!];
  if (index.speech.has(verb.lower) || index.offices.has(verb.lower)) return false;
  // `a woman named X`
  if (/^(named|called|nicknamed|identified)$/.test(verb.lower)) return false;
  // `someone pretending to be X`
  if (verb.lower === 'be')
    return before.lower === 'to' && /^(claim|pretend|purport)(ing|ed)$/.test(words[at - 2]?.lower ?? '');
  // `a man who gave his name as Brandt`: he has the surname of another, named in full elsewhere
  if (verb.lower === 'as' && words.slice(at - 2, at).some(({ lower }) => lower === 'name')) {
    const named = context.beginsAt.get(at + 1);
    return named !== undefined && named.to === at + 2 && named.person.name.includes(' ');
  }
  // `a bot posing as X`, `an actor dressed as the captain X`
  if (verb.lower === 'as')
    return (
      (words[at + 1]?.isCapitalized === true ||
        titledFrom(context, nextName(context, at + 1), at + 1) === at + 1) &&
      before.pos === 'VERB' &&
      !/^(known|identified|named|such)$/.test(before.lower)
    );
  if (/^(who|that|which)$/.test(before.lower)) return verb.pos === 'VERB' || /[^s]s$/.test(verb.lower);
  if (verb.pos !== 'VERB') return false;
  return /(ing|ed)$/.test(verb.lower) && (/^(NOUN|PROPN)$/.test(before.pos) || context.endsAt.has(at - 1));
}

/** Where the next name begins, within a title of a few words; `at` where there is none. */
function nextName({ beginsAt }: Context, at: number): number {
  for (let next = at; next < at + longestTitle; next++) if (beginsAt.has(next)) return next;
  return at - 1;
}

/** `was told`, `is called`: what is done to someone. */
export function isPassive(context: Context, verb: number, floor: number): boolean {
  const { words } = context;
  if (!/(ed|told|said|quoted|put|called|asked)$/.test(words[verb]!.lower)) return false;
  for (let at = verb - 1; at >= floor && at >= verb - 4; at--) {
    const word = words[at]!;
    if (/^(was|were|is|are|been|being|be|'s|'re|am|got|gets)$/.test(word.lower))
      return words[at]!.sentence === words[verb]!.sentence;
    if (word.pos !== 'ADV' && !/^(not|n't|also|just|widely|often)$/.test(word.lower)) return false;
  }
  return false;
}

/** The one named behind the verb at `verb`: `said X`; behind `told` only where it is all that follows a quote. */
export function subjectAfter(context: Context, verb: number, limit: number): NounPhrase | null {
  const { words } = context;
  if (/^(told|tells|telling)$/.test(words[verb]!.lower)) return whoTold(context, verb, limit);
  let at = verb + 1;
  while (
    at < limit &&
    (/^(then|later|also|again|once|yesterday|today|back)$/.test(words[at]?.lower ?? '') ||
      (/^(on|to)$/.test(words[at]?.lower ?? '') && weekdays.has(words[at + 1]?.lower ?? '')) ||
      weekdays.has(words[at]?.lower ?? '') ||
      (words[at]?.pos === 'ADV' && /ly$/.test(words[at]!.lower)))
  )
    at++;
  const word = words[at];
  if (!word || word.sentence !== words[verb]!.sentence || at >= limit || context.quoted[at]) return null;
  if (/^(he|she)$/.test(word.lower)) {
    const next = words[at + 1];
    return !next || /^[,.;]$/.test(next.text) ? parseNounPhrase(context, at, at + 1) : null;
  }
  if (!startsPhrase(context, at)) return null;
  return parseNounPhrase(context, at, limit);
}

/** `“…,” told X.`, as translated news has it. */
function whoTold(context: Context, verb: number, limit: number): NounPhrase | null {
  if (!context.quoted[verb - 1]) return null;
  const found = parseNounPhrase(context, verb + 1, limit);
  const behind = context.words[found?.whole.to ?? limit];
  const ends = !behind || behind.text === '.' || behind.sentence !== context.words[verb]!.sentence;
  return found?.kind === 'person' && ends ? found : null;
}

function startsPhrase(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (context.beginsAt.has(at) || word.isCapitalized) return true;
  if (/^(the|a|an|one|another|his|her|their|its|two|some|many|several)$/.test(word.lower)) return true;
  return (
    context.index.offices.has(word.lower) ||
    context.index.modifiers.has(word.lower) ||
    word.pos === 'NOUN' ||
    word.pos === 'ADJ'
  );
}
