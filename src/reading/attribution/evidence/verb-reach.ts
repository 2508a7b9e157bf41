import type { Context } from '../../grammar/context.ts';
import { isVerb, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import type { SpeechVerb } from '../../knowledge/name-index.ts';

/** A verb that mostly reports no speech is no farther from the quote, in words. */
const weakReach = 14;

/** Whether the quote may be what a verb of speech at `at` reports: no other clause comes between. */
export function reachesQuote(context: Context, verb: SpeechVerb, at: number, to: number): boolean {
  if (!verb.bare && to - at > weakReach) return false;
  if (verb.weak && !governsQuote(context, at, to, verb.base)) return false;
  if (addressing.has(verb.base) && isAddressee(context, at, to)) return false;
  return !isCutOff(context, at, to) && !isRelativeAside(context, verb, at, to) && !isInAside(context, at, to);
}

/**
 * Whether the quote is the whole object of a verb that has other senses, or in a clause that it governs:
 * `continued: “…”`, `maintained that it was “…”`, `added it was “…”`; not `continued his “…”`, `offered to “…”`.
 */
function governsQuote(context: Context, verb: number, to: number, base: string): boolean {
  const { words } = context;
  const between = words.slice(verb + 1, to);
  // `The judge held that …`; much else is held.
  if (base === 'hold') return between[0]?.lower === 'that';
  if (between[0]?.lower === 'by') return true;
  if (between.length === 0 || /^[:,]$/.test(between.at(-1)!.text)) return true;
  if (base === 'speak' || base === 'talk')
    return between.slice(0, 2).some(({ lower }) => /^(of|about)$/.test(lower));
  if (between[0]!.lower === 'to' && between.length < 3) return false;
  if (between.slice(0, 4).some(({ lower }) => lower === 'that')) return true;
  if (between.some(({ text }) => text === ',')) return false;
  const isInfinitive = between.some(({ lower }) => lower === 'to');
  const isRelative = between.some(({ lower }) => /^(that|which|who|whom|where|in)$/.test(lower));
  if (isInfinitive || isRelative) return false;
  return between.some(
    (word, at) => word.pos === 'AUX' || (at > 0 && word.pos === 'VERB' && !/ing$/.test(word.lower)),
  );
}

/** Verbs with an object that is spoken to. */
const addressing = new Set(
  'ask tell urge warn advise invite remind order beg instruct encourage assure'.split(' '),
);

/** `asked the “reporter” to join`: marks around a word for whom a verb speaks to are the author’s own. */
function isAddressee({ words, quoted }: Context, verb: number, to: number): boolean {
  if (to !== verb + 2 || !/^(the|a|an|his|her|their|these|those|some)$/.test(words[verb + 1]!.lower))
    return false;
  let behind = to;
  while (quoted[behind]) behind++;
  return (
    behind - to < 6 && /^(to|that|if|whether|about|not|he|she|they|it)$/.test(words[behind]?.lower ?? '')
  );
}

/**
 * `After X criticized him, Y smiled, "…"`, `X said, and her husband cut in: "…"`: another clause with a subject
 * of its own comes between the verb and the quote.
 */
function isCutOff(context: Context, verb: number, to: number): boolean {
  const { words } = context;
  for (let at = verb + 1; at + 2 < to; at++) {
    if (words[at]!.text !== ',' || context.quoted[at]) continue;
    const begin = /^(and|but|while)$/.test(words[at + 1]!.lower) ? at + 2 : at + 1;
    // `X said that A was so, and he had …`: what X said goes on.
    const goesOn = begin > at + 1 && /^(he|she|they|it)$/.test(words[begin]!.lower);
    if (goesOn && words.slice(verb + 1, verb + 8).some(({ lower }) => lower === 'that')) continue;
    const mayBegin = context.beginsAt.has(begin) || /^(he|she|they|his|her|their)$/.test(words[begin]!.lower);
    const other = mayBegin ? parseNounPhrase(context, begin, to) : null;
    const behind = other?.whole.to ?? to;
    if (behind < to && isVerb(context, behind) && words[behind]!.sentence === words[verb]!.sentence)
      return true;
  }
  return false;
}

/**
 * `those who accuse X tried to “…”`, `farmers who opposed it were “…”`: the verb is in a relative clause that another
 * verb follows. `who said it was “…”` may go on with what was said.
 */
function isRelativeAside(
  { words, quoted }: Context,
  { bare }: SpeechVerb,
  verb: number,
  to: number,
): boolean {
  const isRelative = [1, 2].some(back => /^(who|which)$/.test(words[verb - back]?.lower ?? ''));
  if (!isRelative) return false;
  for (let at = verb + 1; at < to; at++) {
    const { pos, lower, text } = words[at]!;
    if (quoted[at] || /^(that|,|:|who|as)$/.test(lower) || text === ',') return false;
    if (pos === 'VERB' && /ed$/.test(lower) && words[at - 1]!.pos !== 'AUX') return true;
    if (!bare && /^(were|are|was|is)$/.test(lower) && words[at - 1]!.pos !== 'PRON') return true;
  }
  return false;
}

/**
 * `X said the dam, which Y had praised, was “…”`, `told a crowd, in a line that Y claims, that it was “…”`: the verb is
 * between commas, and the clause around goes on behind them up to the quote.
 */
function isInAside(context: Context, verb: number, to: number): boolean {
  const { words, quoted } = context;
  const isComma = (at: number) => words[at]!.text === ',' && !quoted[at];
  let begin = verb - 1;
  while (begin > verb - 16 && words[begin]?.sentence === words[verb]!.sentence && !isComma(begin)) begin--;
  if (words[begin]?.text !== ',' || words[begin]!.sentence !== words[verb]!.sentence) return false;
  let end = verb + 1;
  while (end < to && !isComma(end)) end++;
  if (end >= to - 1) return false;
  const next = words[end + 1]!;
  const opener = words[begin + 1]!.lower;
  const isRelative =
    /^(which|whom|whose|who)$/.test(opener) || /^(which|whom)$/.test(words[begin + 2]!.lower);
  if (isRelative) return isFiniteVerb(next) && !words.slice(end + 1, to).some(({ text }) => text === ',');
  // Only a verb in front of the aside can govern `that`.
  return next.lower === 'that' && /^(in|on|with|at|by)$/.test(opener);
}

function isFiniteVerb({ pos, lower }: { pos: string; lower: string }): boolean {
  return pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing'));
}
