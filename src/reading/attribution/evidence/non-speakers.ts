import { subjectBefore } from '../../grammar/clause.ts';
import type { Context, WordRange } from '../../grammar/context.ts';
import { fictions, namingVerbs } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { denotesPerson } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { authorEndingAt, writerBetween } from './document-between.ts';

/**
 * Whose words a verb of speech brings where they are not those of the sentence's subject: no one's
 * (`refused to say`), another's (`his father saying`), or another's as the subject reports
 * it (`accused Y of calling`).
 */
export type NonSpeaker = { kind: 'none' } | { kind: 'another' | 'relayed'; subject: NounPhrase };

const noOne: NonSpeaker = { kind: 'none' };
const refusing =
  /^(refus(e|es|ed|ing)|declin(e|es|ed|ing)|fail(s|ed|ing)?|neglect(s|ed)?|hesitat(e|es|ed)|expected|tempted|meant|longed|longs|likely|unlikely|due|supposed|want(s|ed)?|afraid|unwilling|reluctant|yet|unable)$/;
const denying = /^(den(y|ies|ied|ying)|avoid(s|ed|ing)?|resist(s|ed)?|without|than|against|from)$/;
const causativeVerbs =
  /^(urg|ask|tell|told|order|want|forc|expect|allow|encourag|invit|challeng|press|persuad|push|instruct|advis|dar|beg|implor|caus|compel|requir|permit)/;
/** Verbs that say that another did act. */
const prompting =
  /^(prompt|lead|led|mov|driv|drove|inspir|provok|spur|get|got)(s|e|es|ed|ing|red|ring|ting)?$/;
/** What bears words that are no one's. */
const titleHolder =
  /^(sign|banner|placard|poster|shirt|t-shirt|hat|cap|button|sticker|billboard|headline|caption|plaque)s?$/;

/** What comes before words that were not quite said: `came close to calling`, `on the verge of calling`. */
const nearly = /^(short|instead|close|closer|near|nearer|verge|brink|edge|inch)$/;

/** `refused to say`, `urged Y to call`: for an infinitive of speech at `at`, `to` before it. */
export function nonSpeakerOfInfinitive(context: Context, at: number, floor: number): NonSpeaker | null {
  const { words } = context;
  const last = at - 2 >= floor ? words[at - 2]!.lower : '';
  if (/^(about|going|set|poised|ready)$/.test(last) || (/ing$/.test(words[at]!.lower) && nearly.test(last)))
    return noOne;
  const before = behindAside(context, adverbsBack(context, at - 2, floor), floor);
  if (before < floor) return null;
  if (refusing.test(words[before]!.lower)) return noOne;
  const judged = words[before]!.pos === 'ADJ' ? whoIs(context, before, floor) : null;
  if (judged) return { kind: 'another', subject: judged };
  const person = personEndingAt(context, before, floor);
  const subject = person ?? bodyEndingAt(context, before, floor);
  const verb = subject ? subject.whole.from - 1 : -1;
  if (!subject || verb < floor || !isVerb(context, verb)) return null;
  if (prompting.test(words[verb]!.lower)) return { kind: 'another', subject };
  // `X has her aunt to thank for the rule`
  if (words[at]!.lower === 'thank' && words[verb]!.lemma === 'have') return { kind: 'relayed', subject };
  return person && causativeVerbs.test(words[verb]!.lower) ? { kind: 'relayed', subject } : null;
}

/** `X wrote that the court was wrong to find`: someone unnamed of whom the adjective in front of an infinitive is said. */
function whoIs(context: Context, adjective: number, floor: number): NounPhrase | null {
  const { words } = context;
  let at = adjective - 1;
  while (at > floor && (words[at]!.pos === 'AUX' || words[at]!.pos === 'ADV')) at--;
  if (at === adjective - 1 || at <= floor) return null;
  const subject = subjectBefore(context, at + 1, floor);
  return subject?.kind === 'described' && speakerKind(context, subject) !== null ? subject : null;
}

/** `denied calling`, `accused Y of calling`, `quoted Y as saying`, `his father saying`: for a participle of speech at `at`. */
export function nonSpeakerOfParticiple(context: Context, at: number, floor: number): NonSpeaker | null {
  const { words } = context;
  const before = adverbsBack(context, at - 1, floor);
  if (before < floor) return null;
  const { lower } = words[before]!;
  const isLinked = /^(of|for|as)$/.test(lower);
  const asked = askedToStop(context, before, floor);
  if (asked) return asked;
  // `stopped short of calling`, `was on the verge of calling`
  const isOnlyNear = lower === 'of' && nearly.test(words[before - 1]?.lower ?? '');
  if (denying.test(lower) || isOnlyNear || isForgotten(context, before, floor)) return noOne;
  if (isLinked && /^(accused|suspected|charged)$/.test(words[before - 1]?.lower ?? '') && before > floor)
    return noOne;
  const writer = bearerBefore(context, before, floor);
  if (writer) return { kind: 'another', subject: writer };
  const subject = isLinked ? linkedEndingAt(context, before, floor) : personEndingAt(context, before, floor);
  const last = subject ? subject.whole.from - 1 : -1;
  if (!subject || last < floor) return null;
  const verb = words[last]!.lower === 'to' ? last - 1 : last;
  // `apologised to Y for calling`
  if (verb < floor || !isVerb(context, verb) || /^apologi[sz]/.test(words[verb]!.lower)) return null;
  const about = subjectBefore(context, verb, floor);
  // `a sketch had X telling the king`
  const isMadeUp = about && words.slice(about.from, about.to).some(word => fictions.has(word.lower));
  if (isMadeUp && words[verb]!.lemma === 'have') return noOne;
  // An agency that quotes someone as saying so passes the words on; a person's account is hearsay.
  const isQuoted = lower === 'as' && /^(quot|cit)(e|es|ed|ing)$/.test(words[verb]!.lower);
  if (isQuoted && about?.kind === 'described') return { kind: 'another', subject };
  const isShown = !isLinked && about?.kind === 'described' && !denotesPerson(context, about);
  return { kind: isShown ? 'another' : 'relayed', subject };
}

/** `urged Y to stop calling`, `wants Y to apologise for calling`: Y has called. */
function askedToStop(context: Context, before: number, floor: number): NonSpeaker | null {
  const { words } = context;
  const verb = words[before]!.lower === 'for' ? before - 1 : before;
  const isStop = /^(?:stop|quit|cease|apologise|apologize|resign)$/.test(words[verb]?.lower ?? '');
  return isStop && verb - 2 >= floor && words[verb - 1]!.lower === 'to'
    ? nonSpeakerOfInfinitive(context, verb, floor)
    : null;
}

/** `could not remember calling`, `does not recall telling` */
function isForgotten({ words }: Context, at: number, floor: number): boolean {
  if (!/^(remember|recall|recollect)$/.test(words[at]!.lower)) return false;
  return words
    .slice(Math.max(floor, at - 3), at)
    .some(({ lower }) => /^(not|n't|n’t|never|cannot)$/.test(lower));
}

/** A name, a pronoun or a word for someone that ends at `at`. */
function personEndingAt(context: Context, at: number, floor: number): NounPhrase | null {
  const word = context.words[at];
  if (!word || at < floor || context.quoted[at]) return null;
  const isPronoun = /^(him|her|them|me|us|someone|somebody|people)$/.test(word.lower);
  const from = isPronoun ? at : nounPhraseStart(context, at + 1, floor);
  const whole = { from, to: at + 1 };
  const named = context.endsAt.get(at);
  // `a letter to Y saying`: whom it goes to has not said it; `responded to Y calling`: Y has.
  if (named) {
    const link = context.words[from - 1]?.lower === 'to' ? from - 1 : named.from - 1;
    const isReceiver =
      context.words[link]?.lower === 'to' && !reacting.test(context.words[link - 1]?.lower ?? '');
    return isReceiver ? null : parseNounPhrase(context, from, at + 1);
  }
  const { offices } = context.index;
  const phrase: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  const isSomeone =
    isPronoun ||
    offices.has(word.lower) ||
    offices.has(word.lower.replace(/s$/, '')) ||
    (word.pos === 'NOUN' && speakerKind(context, phrase) === 'unnamed');
  return isSomeone && from <= at ? phrase : null;
}

/** What bears the words, or who spoke them, right before a participle of speech: a sign, whom someone heard, an author. */
function bearerBefore(context: Context, before: number, floor: number): NounPhrase | null {
  const { lower } = context.words[before]!;
  if (titleHolder.test(lower)) {
    const whole = { from: nounPhraseStart(context, before + 1, floor), to: before + 1 };
    return { kind: 'described', person: null, ...whole, whole };
  }
  const heard = lower === ',' ? heardBefore(context, before, floor) : null;
  return heard ?? writerBetween(context, before, floor) ?? authorEndingAt(context, before, floor);
}

/** `X remembers Y, on the roof, calling`: whom someone heard, before what is set between commas. */
function heardBefore(context: Context, comma: number, floor: number): NounPhrase | null {
  const before = behindAside(context, comma, floor);
  const heard = before < comma ? personEndingAt(context, before, floor) : null;
  const verb = heard ? heard.whole.from - 1 : -1;
  const isHeard =
    /^(is|was|(remember|recall|hear|see|watch|picture)s?|(remember|recall|watch|pictur)ed|heard|saw)$/;
  return verb > floor && isHeard.test(context.words[verb]!.lower) ? heard : null;
}

/** `accused Y of calling`, `sued the paper for writing`: who is named in front of a preposition at `link`. */
function linkedEndingAt(context: Context, link: number, floor: number): NounPhrase | null {
  const found = personEndingAt(context, behindAside(context, link - 1, floor), floor);
  return found ?? (context.words[link]!.lower === 'for' ? bodyEndingAt(context, link - 1, floor) : null);
}

function bodyEndingAt(context: Context, at: number, floor: number): NounPhrase | null {
  if (at < floor || context.quoted[at] || context.endsAt.has(at)) return null;
  const whole = { from: nounPhraseStart(context, at + 1, floor), to: at + 1 };
  const phrase: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  return /^(organization|document)$/.test(speakerKind(context, phrase) ?? '') ? phrase : null;
}

/** `allowed his rivals, of all people, to ask`: the last word before what is set between commas. */
function behindAside({ words, quoted }: Context, at: number, floor: number): number {
  if (at < floor || words[at]!.text !== ',') return at;
  for (let comma = at - 1; comma > Math.max(floor, at - 12); comma--) {
    if (quoted[comma]) return at;
    if (words[comma]!.text === ',') return comma - 1;
  }
  return at;
}

const reacting = /^(?:respond|react|repl|object)(?:s|ed|y|ies|ied|ing|ying)?$/;

function adverbsBack(context: Context, at: number, floor: number): number {
  const { words } = context;
  while (at >= floor && words[at]!.pos === 'ADV' && !/^(instead|without|yet)$/.test(words[at]!.lower)) at--;
  return at;
}

const saying =
  /^(claim|assertion|remark|comment|statement|suggestion|allegation|description|call|pledge|promise|vow|warning|word|line|phrase|quote|tweet|slogan|mantra|motto|argument|accusation|charge|contention|declaration|insistence|admission|reference|answer|quip|joke|complaint|finding|view|belief|conclusion|opinion|ruling|verdict|prediction|fear)s?$/;

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
  const mayTell = (!verb.bare || /^(echo|repeat|reiterate)$/.test(verb.base)) && !names;
  // `praised Y for her “…”`: so does only who praises call it.
  const isPraise = praising.has(verb.base) && words[to - 2]?.lower === 'for';
  const isTheirs = mayTell && !isPraise && /^(his|her|their)$/.test(words[to - 1]!.lower);
  const isFrom = words[to - 1]!.text === ':' ? context.endsAt.get(to - 2) : undefined;
  for (let at = verb.at + 1; at < to; at++) {
    const unnamed = names ? null : unnamedOwner(context, at, verb.at + 1, to);
    if (unnamed) return unnamed;
    const named = context.endsAt.get(at);
    if (!named || named.person === subject.person) continue;
    const isOwner = /^['’]s?$/.test(words[at + 1]?.text ?? '');
    const reports = isOwner && isTheirSaying(context, at + 2, to, { mayTell, names });
    const isSender =
      (named === isFrom && /^(from|by)$/.test(words[named.from - 1]!.lower)) ||
      isAuthorOfSaying(context, verb.at, named, to);
    if (reports || isTheirs || isSender || (isOwner && at + 2 === to && !verb.bare))
      return { kind: 'person', person: named.person, from: named.from, to: named.to, whole: named };
  }
  return null;
}

/** `disagreed with an inspector’s finding that it was “…”`: someone unnamed whose saying a clause gives. */
function unnamedOwner(context: Context, mark: number, floor: number, to: number): NounPhrase | null {
  const { words, endsAt } = context;
  if (!/^['’]s?$/.test(words[mark]!.text) || endsAt.has(mark - 1) || mark - 1 < floor) return null;
  const noun = saying.test(words[mark + 1]?.lower ?? '') ? mark + 1 : mark + 2;
  if (!saying.test(words[noun]?.lower ?? '') || words[noun + 1]?.lower !== 'that' || noun + 1 >= to)
    return null;
  if (isPredicate(words, noun + 2, to)) return null;
  const whole = { from: nounPhraseStart(context, mark, floor), to: mark };
  const owner: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  return speakerKind(context, owner) === null ? null : owner;
}
