import type { SpeechVerb } from '../knowledge/name-index.ts';
import { type Context, speechVerb } from './context.ts';
import {
  bodyNouns,
  documentNouns,
  personNouns,
  pluralPronouns,
  strongModals,
  weakModals,
} from './lexicon.ts';

/** A form of a verb of speech at `at`. `read` as a noun, `point` as a noun and the like are none. */
export function speechAt(context: Context, at: number): SpeechVerb | null {
  const word = context.words[at];
  if (!word || context.quoted[at]) return null;
  const fixed = fixedPhraseAt(context, at);
  if (fixed !== undefined) return fixed;
  const verb = speechVerb(context, at);
  if (
    !verb ||
    context.beginsAt.has(at) ||
    (word.isCapitalized && !word.isSentenceStart && word.spacedBefore && !word.runTogether)
  )
    return null;
  if (
    /^(his|her|their|its|the|a|an|this|that|any|no|my|our)$/.test(context.words[at - 1]?.lower ?? '') &&
    !/(ed|said|told)$/.test(word.lower) &&
    !isDoneByHer(context, at)
  )
    return null;
  if (/^(said|says|told|added|wrote|tweeted|asked|saying)$/.test(word.lower)) return verb;
  if (isNoVerb(context, at, verb.base) || (word.lower === 'written' && !isPerfect(context, at))) return null;
  // A plain form behind a modal is a verb, whatever wink takes it for; behind a singular name it is none.
  const before = context.words[at - 1]?.lower ?? '';
  if (word.lower === verb.base && (weakModals.has(before) || strongModals.has(before))) return verb;
  if (word.lower === verb.base && context.endsAt.has(at - 1) && !/(t|d|st)$/.test(word.lower)) return null;
  if (context.words[at + 1]?.lower === 'back' && /[dt]$/.test(word.lower)) return { ...verb, bare: true };
  if (/^(NOUN|ADJ|PROPN)$/.test(word.pos) && !/ed$|ing$/.test(word.lower) && !looksLikeVerb(context, at))
    return null;
  return verb;
}

/** `had her saying it`, `heard her shout`: `her` is whom a verb has for its object. */
function isDoneByHer({ words }: Context, at: number): boolean {
  return words[at - 1]!.lower === 'her' && havingDone.test(words[at - 2]?.lower ?? '');
}

const havingDone =
  /^(?:has|have|had|hears?|heard|shows?|showed|shown|recalls?|recalled|remembers?|remembered)$/;

/** `X had once written`, not `a written answer`, `was written by X`. */
function isPerfect({ words }: Context, at: number): boolean {
  let before = at - 1;
  while (before > at - 3 && words[before]?.pos === 'ADV') before--;
  return /^(has|have|had|having)$/.test(words[before]?.lower ?? '');
}

/** `the two reported deaths`, `referring to remarks`, `Y’s warning that` */
function isNoVerb({ words }: Context, at: number, base: string): boolean {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  // `Y’s warning that`
  if (/^['’]s?$/.test(before?.text ?? '') && before!.pos === 'PART' && /ing$/.test(word.lower)) return true;
  if (before?.lower === 'to' && word.lower !== base && word.lower.endsWith('s')) return true;
  return /ed$/.test(word.lower) && /^(DET|NUM)$/.test(before?.pos ?? '') && next?.pos === 'NOUN';
}

/** A phrase that reports speech without a verb of speech; null where its words mean something else, undefined where there is none. */
function fixedPhraseAt(context: Context, at: number): SpeechVerb | null | undefined {
  const { lower } = context.words[at]!;
  if (lower === 'put' || lower === 'puts') {
    if (context.words[at + 1]?.lower !== 'it') return undefined;
    return isPutSo(context, at) ? putIt : null;
  }
  if (lower === 'spoke' || lower === 'spake' || lower === 'speaks')
    if (/^(?:thus|so)$/.test(context.words[at - 1]?.lower ?? '')) return speakThus;
  if (isPhrasal(context, at)) return phrasal;
  return (lower === 'is' || lower === 'was') && isSure(context, at) ? beSure : undefined;
}

/** Verbs that report speech with a particle only, or only with it where they are all that goes with a quote. */
const particles: ReadonlyMap<string, RegExp> = new Map([
  ...'pointed points blurted blurts called cried cries burst lashed lashes'
    .split(' ')
    .map(form => [form, /^out$/] as const),
  ...'chimed chimes chipped chips weighed weighs butted butts jumped broke cut'
    .split(' ')
    .map(form => [form, /^in$/] as const),
  ...'hit hits fired fires fought'.split(' ').map(form => [form, /^(?:back|out)$/] as const),
  ...'piped spoke summed'.split(' ').map(form => [form, /^up$/] as const),
  ['went', /^on$/],
  ['goes', /^on$/],
]);
const phrasal: SpeechVerb = { base: 'go on', bare: true };

/** `“…,” X pointed out.`, `she chimed in from the back`; not `X went on holiday`. */
function isPhrasal({ words }: Context, at: number): boolean {
  const { lower, sentence } = words[at]!;
  if (!particles.get(lower)?.test(words[at + 1]?.lower ?? '')) return false;
  const next = words[at + 2];
  if (!next || next.sentence !== sentence || /^[.,:;–—-]$/.test(next.text)) return true;
  return !/^(?:went|goes|cut|hit|fired|broke)$/.test(lower) && /^(?:ADP|ADV)$/.test(next.pos);
}

const speakThus: SpeechVerb = { base: 'speak', bare: true };
const beSure: SpeechVerb = { base: 'be sure', bare: true };

/** `“…,” she is convinced.`: what agencies write for “said”. */
function isSure({ words }: Context, at: number): boolean {
  const end = words[at + 2];
  const isEnd = !end || /^[.,]$/.test(end.text) || end.sentence !== words[at]!.sentence;
  return isEnd && /^(convinced|sure|certain|confident|adamant)$/.test(words[at + 1]?.lower ?? '');
}

const putIt: SpeechVerb = { base: 'put it', bare: true };

/** `Holm notes,`, `the paper notes that`, where wink takes the verb for a noun. */
function looksLikeVerb(context: Context, at: number): boolean {
  return (
    isPlural(context, at) ||
    (/s$/.test(context.words[at]!.lower) &&
      (context.endsAt.has(at - 1) ||
        /^(he|she)$/.test(context.words[at - 1]?.lower ?? '') ||
        context.words[at + 1]?.lower === 'that' ||
        isBehindQuote(context, at) ||
        isStating(context, at)))
  );
}

/** `“…,” protests the vicar` */
function isBehindQuote({ words, quoted, beginsAt }: Context, at: number): boolean {
  return (
    quoted[at - 1] === 1 &&
    (beginsAt.has(at + 1) || /^(?:the|an?|his|her|one)$/.test(words[at + 1]?.lower ?? ''))
  );
}

const manner: ReadonlySet<string> = new Set('this in on to recently last at during when'.split(' '));

/** `as X put it`, `X puts it this way:`; not `put it on the table`. */
function isPutSo({ words, quoted }: Context, at: number): boolean {
  const next = words[at + 2];
  if (!next || quoted[at + 2] || /^[,.:;)–—-]$/.test(next.text) || next.sentence !== words[at]!.sentence)
    return true;
  const leadsToQuote = words.slice(at + 3, at + 9).some(({ text }) => /^[,:]$/.test(text));
  if (next.pos === 'ADV' || (leadsToQuote && manner.has(next.lower))) return true;
  return leadsToQuote && words.slice(Math.max(0, at - 8), at).some(({ lower }) => lower === 'as');
}

/** `the report states.`: a noun for one who states things, and nothing that the verb could be the noun of. */
function isStating({ words }: Context, at: number): boolean {
  const before = words[at - 1]?.lower ?? '';
  const next = words[at + 1];
  const isSource = documentNouns.has(before) || personNouns.has(before) || bodyNouns.has(before);
  return isSource && (!next || !/^(NOUN|PROPN|ADJ|ADP)$/.test(next.pos));
}

/** `critics claim that`, `critics claim X`: a plain form behind a plural. */
export function isPlural(context: Context, at: number): boolean {
  const [before, word, next] = [context.words[at - 1], context.words[at]!, context.words[at + 1]];
  const isClause = next?.lower === 'that' || context.beginsAt.has(at + 1);
  if (isClause && pluralPronouns.has(before?.lower ?? '')) return true;
  return (
    isClause &&
    /^(NOUN|PROPN)$/.test(before?.pos ?? '') &&
    !context.endsAt.has(at - 1) &&
    /s$/.test(before!.lower) &&
    !/s$/.test(word.lower)
  );
}
