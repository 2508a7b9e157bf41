import type { Context, WordRange } from '../grammar/context.ts';
import { answerLabels, askerLabels, interviewWords, roleLabels } from '../grammar/lexicon.ts';
import { type NounPhrase, parseNounPhrase } from '../grammar/noun-phrase.ts';
import type { ReadPerson } from '../model/reading.ts';
import { colonOf, isLabel } from '../tokens/spoken.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import type { QuoteSpan } from './quote-span.ts';

/** Fewer labelled paragraphs than this make no transcript: one may be a heading. */
const fewestTurns = 3;
/** What is said in a turn has at least so many words, of someone who has no longer one. */
const fewestWords = 4;

type Turn = {
  span: QuoteSpan;
  person: ReadPerson | null;
  /** Its label only says that it answers. */
  isAnswer: boolean;
  /** It has an `I`, a `we` or a `you`. */
  speaks: boolean;
  /** It has no verb, or few words: an answer of someone who has other turns, else a heading or a list. */
  isPoor: boolean;
};

/**
 * The turns of an interview or a transcript, where paragraphs begin with the speaker’s name, or with what the speaker is
 * called there, and a colon, and have no quote marks: `X: We are ready.`, `THE CHAIR: Go on.`, `A: I am.` The turns of
 * someone unnamed who asks are left out, but count, and so are answers of someone unknown. Without an `I`, `we` or `you` in any of them they are a list.
 */
export function transcriptTurns(context: Context): QuoteSpan[] {
  const { document, words } = context;
  let turns: Turn[] = [];
  let questions = 0;
  let others = 0;
  let speaks = false;
  let nextColon = -1;
  for (const [number, paragraph] of document.paragraphs.entries()) {
    if (nextColon < paragraph.start) nextColon = document.input.indexOf(':', paragraph.start);
    if (nextColon < 0) break;
    if (nextColon >= paragraph.end) continue;
    const from = wordIndexAt(words, paragraph.start);
    if (askerLabels.has(words[from]?.lower ?? '') && words[from + 1]?.text === ':') questions++;
    const to = wordIndexAt(words, paragraph.end);
    const turn = turnAt(context, number, from, to);
    if (!turn && isOthersLabel(words, from, to)) others++;
    if (!turn) continue;
    speaks ||= turn.speaks;
    turns.push(turn);
  }
  const talking = new Set(turns.filter(({ isPoor }) => !isPoor).map(({ person }) => person));
  // A question in a few words only leads on: `X: Why?`
  const isAnswer = ({ end }: QuoteSpan) => document.input[end - 1] !== '?';
  turns = turns.filter(({ isPoor, person, span }) => !isPoor || (talking.has(person) && isAnswer(span)));
  const isEnough =
    turns.length > 0 && turns.length + questions + (turns.length > 1 ? others : 0) >= fewestTurns;
  if (!speaks || !isEnough || isDirectory(context, turns)) return [];
  const answers = turns.find(({ isAnswer }) => isAnswer);
  const isKnown = !answers || intervieweeOf(context, wordIndexAt(words, answers.span.start)) !== null;
  return turns.filter(({ isAnswer }) => isKnown || !isAnswer).map(({ span }) => span);
}

/** The turn that a paragraph between two words is; null where it has no label, or too few words behind it. */
function turnAt(context: Context, paragraph: number, from: number, to: number): Turn | null {
  const { words } = context;
  const label = turnLabel(context, from, to);
  const person = label?.subject.person ?? null;
  const begin = person ? label!.colon + 1 : (unnamedLabelAt(context, from)?.to ?? -2) + 1;
  if (begin < 0 || to - begin < 1 || context.quoted[begin]) return null;
  const said = words.slice(begin, to);
  const isAnswer = !person && answerLabels.has(words[from]!.lower);
  const span = { start: words[begin]!.start, end: words[to - 1]!.end };
  return {
    span: { ...span, outer: span, paragraph, style: 'turn', continues: false },
    person,
    isAnswer,
    speaks: said.some(({ lower }) => (isAnswer ? firstPerson : firstOrSecond).test(lower)),
    isPoor:
      person !== null &&
      (said.length < fewestWords || !said.some(({ pos }) => pos === 'VERB' || pos === 'AUX')),
  };
}

const firstOrSecond = /^(i|we|you|my|our|your|me|us)$/;
/** Who answers questions about themselves; rules and prices are explained without. */
const firstPerson = /^(i|my|me|mine|myself)$/;

/** The label of a turn whose speaker it does not name, `THE CHAIR:`, `A:`, without its colon; null where there is none. */
export function unnamedLabelAt({ words, index }: Context, from: number): WordRange | null {
  const noun = words[from]?.lower === 'the' ? from + 1 : from;
  const { lower, text } = words[noun] ?? { lower: '', text: '' };
  // `THE CORONER:`
  const isOffice = noun > from && index.offices.has(lower) && text === text.toUpperCase();
  const isLabel = isOffice || roleLabels.has(lower) || (noun === from && answerLabels.has(lower));
  if (!isLabel || !/^\p{Lu}/u.test(text)) return null;
  const to = /^\d$/.test(words[noun + 1]?.text ?? '') ? noun + 2 : noun + 1;
  return words[to]?.text === ':' ? { from, to } : null;
}

/**
 * Who answers the questions of an interview: the one person of its title, or the one whom the text before the first turn
 * names, where either says that someone was met or asked; null where that leaves it open. `before` is the first word of
 * a turn.
 */
export function intervieweeOf({ words, people, document }: Context, before: number): ReadPerson | null {
  const title = document.title ?? '';
  if (/\b(interview|q\s?(&|and)\s?a|questions|conversation)\b/i.test(title)) {
    const titled = people.filter(({ name }) => title.includes(name));
    if (titled.length === 1) return titled[0]!;
  }
  let first = 0;
  while (first < before && !(askerLabels.has(words[first]!.lower) && words[first + 1]?.text === ':')) first++;
  const { start } = words[first]!;
  const named = people.filter(({ mentions }) => mentions.some(mention => mention.start < start));
  const isInterview = words.slice(0, first).some(({ lower }) => interviewWords.has(lower));
  return named.length === 1 && isInterview ? named[0]! : null;
}

/** Whether the paragraphs are about those whom they begin with: each has one, and several name that person again. */
function isDirectory({ words, beginsAt }: Context, turns: Turn[]): boolean {
  const speakers = turns.map(({ person }) => person);
  if (new Set(speakers).size < speakers.length) return false;
  const around = turns.filter(({ span, person }, at) => {
    const until = turns[at + 1]?.span.start ?? span.end;
    for (let word = wordIndexAt(words, span.start); words[word] && words[word]!.start < until; word++)
      if (person && beginsAt.get(word)?.person === person) return true;
    return false;
  });
  return around.length * 2 >= turns.length;
}

/** Whom a paragraph begins with, a colon behind the name or behind what they are; null where it has no such label. */
export function turnLabel(
  context: Context,
  from: number,
  to: number,
): { subject: NounPhrase; colon: number } | null {
  const { words } = context;
  const colon = colonOf(words, from, to);
  if (colon <= from) return null;
  const label = parseNounPhrase(context, from, colon);
  return label?.kind === 'person' && isLabel(words, label, colon) ? { subject: label, colon } : null;
}

/** `THE DEPUTY SPEAKER (Ruth Camden):`, `Ann Low, Ben Low:`: nothing but capitals comes before the colon. */
function isOthersLabel(words: Word[], from: number, to: number): boolean {
  const colon = colonOf(words, from, to);
  const isOfName = ({ text, lower, isCapitalized }: Word) =>
    isCapitalized || !/^\p{L}/u.test(text) || /^(?:of|and|the|for)$/.test(lower);
  return colon > from && words.slice(from, colon).every(isOfName);
}
