import { type Context, hasWord } from '../../grammar/context.ts';
import * as lexicon from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { isVerb } from '../../grammar/noun-phrase.ts';
import type { AttributionClause, Setting, Unspoken } from './attribution-clause.ts';
import { endsAsFake, isEmbedded, opensAsSupposition, opensWithFake } from './embedding.ts';
import { isGenerated, isImpersonated, isInvented, isPartOfPlay, seemsShown } from './invention.ts';
import { isAskedAbout, isQuestion, isSaidOfSubject } from './questions.ts';

type Frame = Unspoken & { holds(setting: Setting): boolean };

/** The ways in which a sentence says that the words were not, or not really, spoken by its subject. */
const frames: Frame[] = [
  { frame: 'denied', because: 'the verb is negated', holds: isNegated },
  { frame: 'denied', because: 'the sentence asks whether it was said', holds: isQuestion },
  { frame: 'denied', because: 'it is what the subject is asked about', holds: isAskedAbout },
  { frame: 'denied', because: 'it is what others say of the subject', holds: isSaidOfSubject },
  { frame: 'denied', because: 'the sentence says that nothing shows it was said', holds: isDoubted },
  { frame: 'denied', because: 'the subject denies having said it', holds: isDisowned },
  { frame: 'denied', because: 'the subject answers what others claim', holds: isClaimOfOthers },
  { frame: 'denied', because: 'the subject judges what others say', holds: isJudged },
  { frame: 'fabricated', because: 'the sentence says that it was faked or misquoted', holds: isFabricated },
  { frame: 'fictional', because: 'the subject speaks in a work of fiction', holds: isFiction },
  { frame: 'supposed', because: 'the sentence only supposes that it is said', holds: isSupposed },
  {
    frame: 'supposed',
    because: 'a recording only seems to show it',
    holds: ({ context, start, verb, base, isLeadIn }) => isLeadIn && seemsShown(context, start, verb, base),
  },
  {
    frame: 'supposed',
    because: 'it is only what others say, wish or believe',
    holds: ({ context, clause, main, subject, verb, isLeadIn }) =>
      isLeadIn &&
      // `Thus spoke X: “…”`
      !(verb === subject.from - 1 && /^(?:thus|so)$/.test(context.words[verb - 1]?.lower ?? '')) &&
      // `the agency quoted X as saying`: the name is an object.
      clause.pattern !== 'participle' &&
      !clause.relayedBy &&
      !!clause.speaker?.person &&
      isEmbedded(context, main, subject),
  },
];

/**
 * Whether a clause says that the quote was denied, doubted, faked, made up or only supposed; null where the
 * words count as spoken.
 */
export function unspoken(
  context: Context,
  clause: AttributionClause,
  { sentenceStart, quoteStart, quoteEnd }: { sentenceStart: number; quoteStart: number; quoteEnd: number },
): Unspoken | null {
  const { subject, cue } = clause;
  if (!subject || !cue || clause.pattern === 'according-to') return null;
  const base = context.index.speech.get(context.words[cue.from]!.lower)?.base ?? '';
  const isLeadIn = cue.from < quoteStart;
  const setting = {
    context,
    clause,
    start: isLeadIn ? sentenceStart : Math.min(subject.whole.from, cue.from),
    main: isLeadIn ? mainClauseStart(context, sentenceStart, quoteStart) : sentenceStart,
    quote: quoteStart,
    quoteEnd,
    verb: cue.from,
    base,
    subject: subject.whole,
    isLeadIn,
  };
  return frames.find(({ holds }) => holds(setting)) ?? null;
}

function isClauseMark(text: string): boolean {
  return text.length === 1 && /^[,;:–—]$/.test(text);
}

/** The auxiliaries and adverbs right before the verb. */
function verbGroup({ context, verb, subject, clause }: Setting): string[] {
  const { words } = context;
  const floor = clause.pattern === 'before' || clause.pattern === 'before-cue' ? subject.to : verb - 4;
  const group: string[] = [];
  for (let at = verb - 1; at >= Math.max(floor, verb - 6, 0); at--) {
    const { pos, lower } = words[at]!;
    const belongs =
      pos === 'AUX' ||
      pos === 'ADV' ||
      pos === 'PART' ||
      lower === 'one' ||
      lower === 'day' ||
      lower === 'to';
    if (!belongs && !lexicon.weakModals.has(lower) && !lexicon.negations.has(lower)) break;
    group.push(lower.replace('’', "'"));
  }
  return group;
}

function isNegated(setting: Setting): boolean {
  if (lexicon.attitudes.has(setting.base)) return false;
  const group = verbGroup(setting);
  const isNot = group.some(word => /^(not|n't|never)$|n't$/.test(word));
  // `did not call them lazy but “worn out”`
  const { words } = setting.context;
  return isNot && !group.includes('only') && !(setting.isLeadIn && words[setting.quote - 1]!.lower === 'but');
}

/** `there is no evidence that X said`, `it is not true that X said`, `nobody heard X say` */
function isDoubted({ context, start, subject, isLeadIn }: Setting): boolean {
  if (!isLeadIn) return false;
  const { words } = context;
  let leadsOn = false;
  for (let at = subject.from - 1; at >= Math.max(start, subject.from - 9); at--) {
    const { lower, text } = words[at]!;
    leadsOn ||= words[at + 1]!.lower === 'that' && at + 1 < subject.from;
    // `the central charge: that X had told`
    const isSpelledOut = leadsOn && /^[:,–—]$/.test(text) && at === subject.from - 2;
    if (isSpelledOut && lexicon.claimNouns.has(words[at - 1]?.lower ?? '')) return true;
    // `nothing supports the post, in which X promises …`
    if (text === ',' && /^(which|where|in)$/.test(words[at + 1]!.lower)) continue;
    if (context.quoted[at] || isClauseMark(text) || /^(and|but|when|after|because)$/.test(lower))
      return false;
    const isClaimed = at === subject.from - 2 && leadsOn && lexicon.claimNouns.has(lower);
    if (isClaimed || raisesDoubt(context, at, leadsOn)) return true;
  }
  return false;
}

/** @param leadsOn `that` follows the word */
function raisesDoubt({ words }: Context, at: number, leadsOn: boolean): boolean {
  const { lower } = words[at]!;
  const before = [1, 2, 3, 4, 5].map(back => words[at - back]?.lower ?? '');
  const isNone = before.some(word => /^(no|not|never|little|scant|without|lacks?|n't)$/.test(word));
  if (/^(nobody|none|neither|denied|denies|doubts)$/.test(lower)) return true;
  if (lower === 'one' && before[0] === 'no') return true;
  if (lexicon.evidenceNouns.has(lower) && isNone) return true;
  if (
    lower === 'nothing' &&
    lexicon.provingVerbs.has(words[at + 1]!.lower.replace(/^to$/, words[at + 2]!.lower))
  )
    return true;
  if (!leadsOn) return false;
  if (lexicon.untrueWords.has(lower)) return before[0] !== 'no';
  return isNone && /^(true|known|certain|proven|correct|likely|plausible)$/.test(lower);
}

/** `X denied that he had ever been heard to say` */
function isDisowned({ context: { words }, clause, subject, verb }: Setting): boolean {
  if (clause.pattern !== 'participle' || words[verb - 1]?.lower !== 'to') return false;
  for (let at = verb - 1; at >= subject.to && words[at]!.text !== ','; at--)
    if (words[at]!.lemma === 'deny') return true;
  return false;
}

/** `denied claims that …`, `responded to accusations of …`: the words are those of who claimed it. */
function isClaimOfOthers({ context, clause, verb, quote, base, isLeadIn }: Setting): boolean {
  if (!isLeadIn || clause.relayedBy) return false;
  const { words } = context;
  const last = words[quote - 1]!;
  if (/^[:,(]$/.test(last.text) || last.lower === 'as' || quote - verb < 2) return false;
  const contradicts = lexicon.contradictingVerbs.has(base);
  if (base === 'deny') return true;
  if (contradicts && words[verb + 1]!.lower === 'that') return true;
  // `rejected the label “…”`
  if (contradicts && lexicon.phraseNouns.has(last.lower)) return true;
  let answers = contradicts || lexicon.answeringVerbs.has(base);
  for (let at = verb + 1; at < Math.min(quote - 1, verb + 6); at++) {
    const { lower } = words[at]!;
    // `defended herself against accusations of “…”`
    answers ||= lower === 'against';
    const isOwn = lexicon.thirdPersonPossessives.has(words[at - 1]!.lower) && !contradicts;
    if (answers && lexicon.claimNouns.has(lower) && !isOwn) return true;
  }
  return false;
}

/** `condemned remarks that it was “…”`: what no one is named for is judged by the subject. */
function isJudged({ context, clause, verb, quote, base, isLeadIn }: Setting): boolean {
  if (!isLeadIn || clause.relayedBy || !judging.has(base)) return false;
  const { words } = context;
  let noun = verb + 1;
  while (noun < quote && /^(DET|ADJ|NUM)$/.test(words[noun]!.pos)) noun++;
  const isSaying = lexicon.speechNouns.has(words[noun]!.lower) || lexicon.claimNouns.has(words[noun]!.lower);
  const isOwn = lexicon.thirdPersonPossessives.has(words[noun - 1]!.lower);
  return isSaying && !isOwn && words[noun + 1]?.lower === 'that' && noun + 1 < quote;
}

const judging: ReadonlySet<string> = new Set(
  'condemn denounce criticise criticize slam attack blast welcome praise applaud mock ridicule decry deplore'.split(
    ' ',
  ),
);

/** `a deepfake shows X saying`, `X was misquoted as saying`, `was falsely quoted` */
function isFabricated({ context, start, subject, quoteEnd, verb, isLeadIn }: Setting): boolean {
  const { words } = context;
  if (isLeadIn && (opensWithFake(context, start, subject.from) || endsAsFake(context, subject, quoteEnd)))
    return true;
  if (hasWord(context, Math.max(0, verb - 4), verb, lexicon.wronglyWords)) return true;
  if (isImpersonated(context, subject)) return true;
  if (!isLeadIn) return false;
  if (hasWord(context, Math.max(start, verb - 4), verb, lexicon.misquotations)) return true;
  if (isGenerated(context, start, subject.from)) return true;
  for (let at = subject.to - 1; at >= start; at--) {
    if (isClauseMark(words[at]!.text)) return false;
    if (!context.quoted[at] && lexicon.fakeWords.has(words[at]!.lower)) return true;
  }
  return false;
}

/** `In the novel, X says`, `the character X says`, `X says in the play` */
function isFiction({ context, start, subject, quote, verb, isLeadIn }: Setting): boolean {
  const { words } = context;
  const around = Math.max(0, subject.from - 3);
  if (hasWord(context, around, subject.to, lexicon.characterWords)) return true;
  if (isInvented(context, isLeadIn ? start : subject.from, subject, verb)) return true;
  const from = isLeadIn ? start : verb + 1;
  const to = isLeadIn ? subject.from : Math.min(verb + 8, words.length);
  const isFactual = () => hasWord(context, from, isLeadIn ? quote : to, lexicon.factualWorks);
  for (let at = from; at < to; at++) {
    if (context.quoted[at] || words[at]!.sentence !== words[from]!.sentence) return false;
    if (!/^(in|on|during|midway)$/.test(words[at]!.lower)) {
      if (isLeadIn && isVerb(context, at)) return false;
      continue;
    }
    const end = Math.min(at + 7, to);
    for (let next = at + 1; next < end && words[next]!.text !== ','; next++)
      if (lexicon.fictions.has(words[next]!.lower) || isPartOfPlay(context, next))
        return !/^['’]s?$/.test(words[next + 1]?.text ?? '') && !isFactual();
  }
  return false;
}

const conditional: ReadonlySet<string> = new Set(['if', 'were']);

/** `X might say`, `perhaps X will say`, `if X says`, `imagine X saying`, `X would probably say` */
function isSupposed(setting: Setting): boolean {
  const { context, start, subject, verb, isLeadIn, clause } = setting;
  const { words } = context;
  if (clause.pattern === 'trailing') return false;
  const group = verbGroup(setting);
  const isFirstPerson = /^(i|we|you)$/.test(words[subject.from]!.lower);
  if (group.some(word => lexicon.weakModals.has(word)) && !group.includes('have') && !isFirstPerson)
    return true;
  if (group.some(word => lexicon.weakModals.has(word) || word === 'would') && group.includes('have'))
    return true;
  const isModal = group.some(word => lexicon.strongModals.has(word));
  const hedged = isLeadIn ? Math.max(start, subject.from - 4) : subject.from;
  if (isModal && hasWord(context, hedged, verb, lexicon.hedges)) return true;
  if (!isLeadIn) return false;
  if (opensAsSupposition(words.slice(start, subject.from + 1).map(({ lower }) => lower))) return true;
  if (group.includes('would') && hasWord(context, start, verb, conditional)) return true;
  if (isModal && /^(if|unless|should|were|had|once)$/.test(words[start]!.lower)) return true;
  // `X may look back and call it`
  const isPlain = clause.pattern === 'joined' && words[verb]!.lower === setting.base;
  const joined = isPlain ? words.slice(subject.to, subject.to + 3) : [];
  if (joined.some(({ lower }) => lexicon.weakModals.has(lower))) return true;
  const before = words[subject.from - 1];
  // `no minister, let alone X, would say`
  if (words.slice(Math.max(start, subject.from - 2), subject.to).some(({ lower }) => lower === 'alone'))
    return true;
  return (
    before !== undefined && before.start >= words[start]!.start && lexicon.suppositions.has(before.lower)
  );
}
