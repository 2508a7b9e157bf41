import type { Context } from './context.ts';
import { subjectPronouns, subordinators } from './lexicon.ts';
import { isVerb, parseNounPhrase } from './noun-phrase.ts';

/** A subordinate clause in front of the main one begins within so many words. */
const furthest = 14;

/**
 * Where the main clause of a sentence begins that opens with a subordinate clause or an adverbial of time:
 * `When X left, | Y said`, `On March 12, two days after X declared …, | Y told`,
 * `Asked about X, | Y grinned`; `from` itself where it opens with the main clause.
 * @param from the index of the sentence's first word
 * @param to the index behind its last word
 */
export function mainClauseStart(context: Context, from: number, to: number): number {
  const opener = subordinatorAt(context, from, to);
  if (opener < 0) return from;
  const { words } = context;
  for (let at = opener + 2; at < to; at++) {
    if (!isComma(context, at - 1)) continue;
    let begin = at;
    while (begin < to && (context.quoted[begin] || /^[”"’'»›)]$/.test(words[begin]!.text)) && begin < at + 2)
      begin++;
    const subject = begin < to && !context.quoted[begin] ? parseNounPhrase(context, begin, to) : null;
    if (!subject) continue;
    let verb = subject.whole.to;
    // `When X left, he “tore up” the plan`: the verb is in the quote.
    if (context.quoted[verb]) return begin;
    if (words[verb]?.text === ',') verb = behindAside(context, verb, to);
    while (verb < to && words[verb]!.pos === 'ADV') verb++;
    if (verb < to && !context.quoted[verb] && isVerb(context, verb) && !/ing$/.test(words[verb]!.lower))
      return begin;
  }
  return from;
}

/** A comma, or the closing mark of a quote that ends with one. */
function isComma({ words, quoted }: Context, at: number): boolean {
  const { text } = words[at]!;
  if (text === ',') return true;
  return quoted[at] === 1 && /^[”"»›]$/.test(text) && words[at - 1]?.text === ',';
}

/** The subordinator that a sentence opens with, behind adverbials at most; -1 where there is none. */
function subordinatorAt(context: Context, from: number, to: number): number {
  const { words } = context;
  if (isLeadingParticiple(context, from)) return from;
  const moment = momentOfClause(context, from, to);
  if (moment >= 0) return moment;
  for (let at = from; at < Math.min(to, from + furthest); at++) {
    if (context.quoted[at]) continue;
    if (subordinators.has(words[at]!.lower)) return isAside(context, at, to) ? -1 : at;
    if (isVerb(context, at) || context.beginsAt.has(at)) return -1;
    if (subjectPronouns.has(words[at]!.lower) || /^(that|who)$/.test(words[at]!.lower)) return -1;
  }
  return -1;
}

const moments: ReadonlySet<string> = new Set(
  'year decade month week weekend day morning afternoon evening night hour minute moment second instant time spring summer autumn winter'.split(
    ' ',
  ),
);

/** `The year that X won, Y lost`, `By the time he came, Y had left`: the noun that a clause of time goes with; -1 where there is none. */
function momentOfClause({ words, beginsAt }: Context, from: number, to: number): number {
  const article = words[from]?.pos === 'ADP' ? from + 1 : from;
  const noun = article + 1;
  if (noun + 1 >= to || !moments.has(words[noun]!.lower)) return -1;
  if (!/^(?:the|each|every|any)$/.test(words[article]!.lower)) return -1;
  const next = words[noun + 1]!.lower;
  const begins = next === 'that' || subjectPronouns.has(next) || beginsAt.has(noun + 1);
  return begins ? noun : -1;
}

/** `Asked whether X would play, Y grinned`, `Walking out with X, Y was calm`. */
function isLeadingParticiple({ words, quoted }: Context, from: number): boolean {
  const { lower, pos } = words[from] ?? { lower: '', pos: '' };
  const isParticiple = /(?:[a-z]ing|[a-z]ed|told|shown)$/.test(lower) && lower !== 'according';
  return isParticiple && pos === 'VERB' && !quoted[from];
}

/** Behind `, an apposition,`. */
function behindAside({ words, quoted }: Context, comma: number, to: number): number {
  for (let at = comma + 1; at < Math.min(to, comma + 16); at++) {
    if (quoted[at]) return to;
    if (words[at]!.text === ',') return at + 1;
  }
  return to;
}

/** `as X observed, …`, `as for X, …`: no clause that the main one depends on. */
function isAside({ words, index, quoted }: Context, at: number, to: number): boolean {
  if (words[at]!.lower !== 'as') return false;
  if (words[at + 1]?.lower === 'for') return true;
  for (let next = at + 1; next < to && words[next]!.text !== ','; next++) {
    const { lower } = words[next]!;
    const verb = quoted[next] ? undefined : index.speech.get(lower);
    if ((verb && !verb.weak) || /^puts?$/.test(lower)) return true;
  }
  return false;
}
