import type { Token } from '../../model/document.ts';
import { weekdayNumber } from '../../text/calendar.ts';
import { behindDeed, isDeed, isDoneByMany, isOfMany, passiveBefore } from './coordinated.ts';
import { behindAside, fixtures, isFixture, isOnlyVerb, isTimetabled, possessive } from './fixtures.ts';
import { groupBefore, isModalWill, type Tense } from './helpers.ts';
import { infinitive, isTurned, planning, reach } from './infinitives.ts';
import { hasSingularSubject, particles, sameInThePast } from './one-form.ts';

const sure = new Set("will shall ll ’ll 'll wo".split(' '));
const unsure = new Set('may might should must would'.split(' '));
/** `the boats stay tied up from Saturday` */
const staying = new Set('stay stays remain remains keep keeps'.split(' '));

/** A verb with the auxiliaries, particles and adverbs right before it: what `tenseRules` look at. */
type VerbGroup = {
  tokens: Token[];
  index: number;
  text: string;
  lemma: string;
  pos: string;
  next: string | undefined;
  /** The words before the verb, in lower case. */
  helpers: string[];
  /** `is`, `are`, `am`. */
  hasBe: boolean;
  /** `was`, `were`, `been`, `be`, `being`. */
  hasWas: boolean;
  /** `have`, `has`, `had`, `having`. */
  hasHave: boolean;
  /** It means a plan: `expect`, `schedule`, `intend`. */
  isPlan: boolean;
  isVerb: boolean;
};

function verbGroup(tokens: Token[], index: number): VerbGroup {
  const { lower: text, lemma, pos, text: written } = tokens[index]!;
  const group = groupBefore(tokens, index);
  const helpers = group.map(member => member.lower);
  const isName = /^\p{Lu}/u.test(written) && index > 0;
  return {
    tokens,
    index,
    text,
    lemma,
    pos,
    next: tokens[index + 1]?.lower,
    helpers,
    hasBe: helpers.some(word => /^(is|are|am|'s|’s|'re|’re)$/.test(word)),
    hasWas: helpers.some(word => /^(was|were|been|be|being)$/.test(word)),
    hasHave: helpers.some(word => /^(have|has|had|having)$/.test(word)),
    isPlan: planning.has(lemma),
    isVerb: !isName && isVerb(tokens, index, group),
  };
}

/** A rule gives its tense, or null for no tense, where it applies. The first that applies decides. */
type TenseRule = {
  name: string;
  applies(verb: VerbGroup): boolean;
  tense(verb: VerbGroup): Tense | null;
};

const tenseRules: TenseRule[] = [
  {
    name: 'due or slated',
    applies: ({ text }) => text === 'due' || text === 'slated',
    tense: verb =>
      verb.hasWas || isBehindHad(verb) ? 'open' : verb.next === 'to' && !verb.hasBe ? null : 'planned',
  },
  {
    name: 'a fixture',
    applies: ({ tokens, index, helpers }) => helpers.length === 0 && isFixture(tokens, index),
    tense: () => 'future',
  },
  { name: 'not a verb', applies: ({ isVerb }) => !isVerb, tense: () => null },
  { name: 'will', applies: ({ helpers }) => helpers.some(word => sure.has(word)), tense: () => 'future' },
  {
    name: 'could',
    applies: ({ helpers }) => helpers.includes('could'),
    tense: ({ hasHave }) => (hasHave ? 'past' : 'open'),
  },
  {
    name: 'other modal',
    applies: ({ helpers }) => helpers.some(word => unsure.has(word)),
    tense: ({ hasHave }) => (hasHave ? 'past' : 'planned'),
  },
  {
    name: 'infinitive',
    applies: ({ helpers }) => helpers.includes('to'),
    tense: ({ hasHave, tokens, index, helpers }) => (hasHave ? 'past' : infinitive(tokens, index, helpers)),
  },
  {
    // `The hall can be visited on Monday`, which is no passive of the past
    name: 'can',
    applies: ({ helpers, hasHave }) => helpers.includes('can') && !hasHave,
    tense: () => 'present',
  },
  {
    name: 'has been planned',
    applies: ({ isPlan, next, helpers }) =>
      isPlan &&
      next === 'for' &&
      helpers.some(word => /^(?:has|have|being)$/.test(word)) &&
      !helpers.includes('was'),
    tense: () => 'planned',
  },
  {
    name: 'was planned',
    applies: ({ isPlan, hasWas }) => isPlan && hasWas,
    tense: verb => (isStillPlanned(verb) ? 'planned' : 'open'),
  },
  { name: 'scheduled', applies: ({ lemma }) => /^(schedule|slate)$/.test(lemma), tense: () => 'planned' },
  {
    name: 'past auxiliary',
    applies: ({ hasHave, helpers, text }) =>
      hasHave || helpers.some(word => /^(was|were|did)$/.test(word)) || /^(was|were|had|did)$/.test(text),
    tense: () => 'past',
  },
  {
    // `agreed to meet on Friday`, but what was agreed `on Friday` was
    name: 'agreed',
    applies: ({ text, hasBe, next }) => text === 'agreed' && !hasBe && behindDeed.test(next ?? ''),
    tense: () => 'past',
  },
  {
    name: 'is planned',
    applies: ({ isPlan, hasBe, text, next, tokens, index }) =>
      isPlan &&
      (hasBe ||
        text.endsWith('ed') ||
        (text === 'set' && !particles.has(next ?? '') && !isDoneByMany(tokens, index))),
    tense: ({ hasBe }) => (hasBe ? 'planned' : 'open'),
  },
  {
    name: 'participle in -ing',
    applies: ({ text, lemma }) => text.endsWith('ing') && text !== lemma,
    tense: ({ hasBe }) => (hasBe ? 'present' : null),
  },
  {
    name: 'past form',
    applies: ({ text, lemma, pos }) => text !== lemma && !text.endsWith('s') && pos === 'VERB',
    tense: ({ hasBe, tokens, index }) =>
      hasBe || staying.has(tokens[index - 1]?.lower ?? '') ? 'present' : tenseOfPassive(tokens, index),
  },
  {
    name: 'same form in past and present',
    applies: ({ text, lemma }) => text === lemma && sameInThePast.has(text),
    tense: verb =>
      verb.hasBe || staying.has(verb.tokens[verb.index - 1]?.lower ?? '')
        ? 'present'
        : verb.helpers.length === 0 &&
            (hasSingularSubject(verb.tokens, verb.index) || isDoneByMany(verb.tokens, verb.index))
          ? 'past'
          : 'open',
  },
  { name: 'present', applies: () => true, tense: () => 'present' },
];

/** `had missed a payment due on 1 May` */
const isBehindHad = ({ tokens, index }: VerbGroup) =>
  tokens.slice(Math.max(0, index - reach), index).some(({ lower }) => lower === 'had');

/** The tense of the verb group that ends with a token, null if it is not a finite verb. */
export function tenseOf(tokens: Token[], index: number): Tense | null {
  if (!couldBeVerb(tokens[index]!) && !isBehindModal(tokens, index))
    return isDeed(tokens, index) ? 'past' : isOnlyVerb(tokens, index) ? 'present' : null;
  const verb = verbGroup(tokens, index);
  return tenseRules.find(({ applies }) => applies(verb))!.tense(verb);
}

/** `will be flown home and buried`: the tense of the passive that a participle goes on with; past without one. */
function tenseOfPassive(tokens: Token[], index: number): Tense {
  const verb = passiveBefore(tokens, index);
  const tense = verb < 0 ? null : tenseOf(tokens, verb);
  return tense === 'future' || tense === 'planned' ? tense : 'past';
}

/** A quick check before the neighbours are looked at: most words are no verb. */
function couldBeVerb({ pos, lower: text }: Token): boolean {
  if (pos === 'VERB' || pos === 'AUX' || text === 'due' || text === 'slated') return true;
  return (pos === 'NOUN' && text.endsWith('s')) || fixtures.has(text);
}

/** `will open the bridge`, `must close on Friday`: right behind a modal what looks like an adjective or a noun is a verb. */
function isBehindModal(tokens: Token[], index: number): boolean {
  const [modal, { pos, text }] = [tokens[index - 1], tokens[index]!];
  if (!modal || (pos !== 'ADJ' && pos !== 'NOUN') || !/^\p{Ll}/u.test(text)) return false;
  if (modal.lower === 'will') return isModalWill(tokens, index - 1);
  return modal.pos === 'AUX' && (sure.has(modal.lower) || unsure.has(modal.lower));
}

/** `A hearing was scheduled for Tuesday`, unless it had been, or was only at first. */
function isStillPlanned({ tokens, index, helpers, lemma, text }: VerbGroup): boolean {
  if (!/^(?:schedule|set|expect|slate)$/.test(lemma) && text !== 'slated') return false;
  if (!helpers.some(word => /^(?:was|were)$/.test(word))) return false;
  if (helpers.some(word => /^(?:had|have|has|originally|initially|first|previously|once)$/.test(word)))
    return false;
  if (!/^(?:for|on)$/.test(tokens[index + 1]?.lower ?? '')) return false;
  return !isTurned(tokens, index + 1, /^(?:but|until|before|after)$/);
}

const plain = /^(i|we|you|they|who|which|that|people|police|women|men|children|and)$/;

/** Whether a word is used as a verb, with the `group` of helpers before it: a base form needs a plural subject before it, else it is a noun that looks like one. */
function isVerb(tokens: Token[], index: number, group: Token[]): boolean {
  const token = tokens[index]!;
  const text = token.lower;
  // `The nurses, whose strike began on Monday, meet the minister`
  const isBase = text === token.lemma;
  const before = tokens[isBase ? behindAside(tokens, index - group.length) : index - group.length - 1];
  if (token.pos === 'AUX' || isBehindModal(tokens, index)) return true;
  if (token.pos === 'NOUN') return isOnlyVerb(tokens, index) || isVerbInS(tokens, index, before);
  if (token.pos !== 'VERB' || isBehindGenitive(tokens, index, group)) return false;
  const helped = group.some(member => member.pos === 'AUX' || /^to$/i.test(member.text));
  if (helped || !before) return true;
  if (text.endsWith('s') && text !== token.lemma) {
    if (before.pos === 'NUM') return isTimetabled(tokens, index);
    // `The fair opens its gates`, where `fair` is tagged as an adverb
    if (before.pos === 'DET') return group.length > 0;
    return !/^(ADJ|ADP)$/.test(before.pos) && !possessive.test(before.lower);
  }
  // `the flooded north`, but a planned march lies ahead
  if (/^(?:the|an?)$/.test(before.lower) && !planning.has(token.lemma)) return false;
  if (text !== token.lemma || sameInThePast.has(text)) return true;
  const word = before.lower;
  if (plain.test(word) || (/s$/.test(word) && /^(NOUN|PROPN)$/.test(before.pos))) return true;
  return weekdayNumber(word) >= 0 || isOfMany(tokens, index - group.length);
}

/** Whether a word tagged as a noun is a verb with the ending of the singular: `who rules`, `The ferry sails on Friday`. */
const isVerbInS = (tokens: Token[], index: number, before: Token | undefined) =>
  tokens[index]!.lower.endsWith('s') &&
  (isTimetabled(tokens, index) || /^(who|which|he|she|it)$/i.test(before?.text ?? ''));

/** `the state’s racially divided history`, `the firm’s planned sale`: an adjective, not `is divided`. */
function isBehindGenitive(tokens: Token[], index: number, group: Token[]): boolean {
  const at = group.findIndex(({ text }) => /^['’]s$/.test(text));
  if (at < 0 || !/^(?:NOUN|PROPN)$/.test(tokens[index - group.length + at - 1]?.pos ?? '')) return false;
  return /^(?:NOUN|PROPN|ADJ)$/.test(tokens[index + 1]?.pos ?? '');
}
