import { subjectBefore } from '../../grammar/clause.ts';
import type { Context } from '../../grammar/context.ts';
import { fictions } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { denotesPerson } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { authorEndingAt, writerBetween } from './another-between.ts';

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
  if (refusing.test(words[before]!.lower)) return isDoneAllTheSame(context, before, floor) ? null : noOne;
  const judged = words[before]!.pos === 'ADJ' ? whoIs(context, before, floor) : null;
  if (judged) return { kind: 'another', subject: judged };
  const person = personEndingAt(context, before, floor);
  const subject = person ?? bodyEndingAt(context, before, floor);
  const verb = subject ? subject.whole.from - 1 : -1;
  if (!subject || verb < floor || !isVerb(context, verb)) return null;
  if (prompting.test(words[verb]!.lower))
    return isOnlyTried(context, verb, floor) ? noOne : { kind: 'another', subject };
  // `X has her aunt to thank for the rule`
  if (words[at]!.lower === 'thank' && words[verb]!.lemma === 'have') return { kind: 'relayed', subject };
  return person && causativeVerbs.test(words[verb]!.lower) ? { kind: 'relayed', subject } : null;
}

/** `did not hesitate to call`, `never failed to call`: who does not hesitate does it. */
function isDoneAllTheSame({ words }: Context, verb: number, floor: number): boolean {
  if (!/^(?:hesitat|fail)/.test(words[verb]!.lower)) return false;
  return words
    .slice(Math.max(floor, verb - 3), verb)
    .some(({ lower }) => /^(?:not|never|n['’]t)$/.test(lower));
}

/** `tried to get Y to call`: nothing shows that Y did so. */
function isOnlyTried({ words }: Context, verb: number, floor: number): boolean {
  if (verb - 2 < floor || words[verb - 1]!.lower !== 'to') return false;
  return /^(?:try|want|hope|attempt|seek|fail|plan|aim|struggle)$/.test(words[verb - 2]!.lemma);
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
  return subject && subject.whole.from > floor
    ? doneBy(context, subject, isLinked ? lower : null, floor)
    : null;
}

/** Whose words a participle of speech brings, right behind `subject` or the preposition that links it. */
function doneBy(
  context: Context,
  subject: NounPhrase,
  link: string | null,
  floor: number,
): NonSpeaker | null {
  const { words } = context;
  const last = subject.whole.from - 1;
  // `without someone shouting`, `at the sight of his neighbour calling`
  if (!link && subject.kind === 'described' && aboutDoing.test(words[last]!.lower))
    return { kind: 'another', subject };
  const verb = words[last]!.lower === 'to' ? last - 1 : last;
  // `apologised to Y for calling`
  if (verb < floor || !isVerb(context, verb) || /^apologi[sz]/.test(words[verb]!.lower)) return null;
  const about = subjectBefore(context, verb, floor);
  // `a sketch had X telling the king`
  const isMadeUp = about && words.slice(about.from, about.to).some(word => fictions.has(word.lower));
  if (isMadeUp && words[verb]!.lemma === 'have') return noOne;
  // An agency that quotes someone as saying so passes the words on; a person's account is hearsay.
  const isQuoted = link === 'as' && /^(quot|cit)(e|es|ed|ing)$/.test(words[verb]!.lower);
  if (isQuoted && about?.kind === 'described') return { kind: 'another', subject };
  const isShown = !link && about?.kind === 'described' && !denotesPerson(context, about);
  return { kind: isShown ? 'another' : 'relayed', subject };
}

const aboutDoing = /^(?:without|despite|of|about|at|by|over)$/;

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
