import type { StoredArticle } from '../../library/model/types.ts';
import { type AskedWord, formsOf, includesWord } from './question-words.ts';

/** A sentence as it is judged: offsets of `text` in the article's input (UTF-16). */
export type JudgedSentence = { article: StoredArticle; start: number; end: number; text: string };

/** How well a sentence fits the question word, as a factor: 1 if it has what is asked for. */
type Judge = (sentence: JudgedSentence, asked: readonly AskedWord[], question: string) => number;

/** A factor for what does not answer the question word at all. */
const unfit = 0.6;

/** The kinds of questions by their question word, the more specific first. */
const kinds: readonly { question: RegExp; judge: Judge }[] = [
  { question: /^who(?:m|se)?\b/i, judge: judgePerson },
  { question: /^(?:when|what (?:day|date|time|year))\b/i, judge: judgeDay },
  { question: /^(?:where|what (?:place|city|country|town))\b/i, judge: judgePlace },
  { question: /^why\b/i, judge: judgeReason },
  {
    question: /^how long\b/i,
    judge: hasPattern(
      /\b(?:\d[\d.,]{0,12}|an?|two|three|four|five|six|seven|eight|nine|ten)[ -](?:and a half )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i,
    ),
  },
  {
    question: /^(?:how (?:many|much|old|far|high|large|big)|what (?:number|percentage|share))\b/i,
    judge: judgeNumber,
  },
  { question: /^what(?:['’]s| is| are| was| were)\b/i, judge: judgeDefinition },
];

/** How well a sentence answers a question of its kind, 0 to 1 and a little above; 1 where any sentence may. */
export function fitOf(question: string): (sentence: JudgedSentence, asked: readonly AskedWord[]) => number {
  const kind = kinds.find(each => each.question.test(question));
  return (sentence, asked) =>
    (kind?.judge(sentence, asked, question) ?? 1) *
    (asksForPast.test(question) ? happened(sentence.text) : 1);
}

const asksForPast =
  /^(?:when (?:was|were|did)|did|was|were|has|have|how many|who (?!will\b|leads?\b|is\b|are\b|runs\b)|where (?:was|were|did)|why did)\b/i;
/** What may come, or was only said to. */
const ahead =
  /\b(?:will|would|could|may|might|should|if|whether|plans? to|set to|expected to|threaten\w*|wants? to|hopes? to)\b/i;

function happened(text: string): number {
  return ahead.test(text) ? 0.85 : 1;
}

function hasPattern(pattern: RegExp): Judge {
  return ({ text }) => (pattern.test(text) ? 1 : unfit);
}

function judgeDay({ article, start, text }: JudgedSentence): number {
  if (
    article.reading.events.some(event => event.start === start && event.date.length === 10 && !event.planned)
  )
    return 1;
  return /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|yesterday|today)\b/.test(
    text,
  )
    ? 0.9
    : unfit;
}

const reason =
  /\b(?:because|due to|sparked by|amid|in response|in retaliation|so that|blam\w+|accus\w+|prompted|triggered|caused by|as part of|demand\w*|in protest|decision to|citing)\b/i;
const perhapsReason = /\b(?:after|over|against|for|following|since|as|to)\b/i;

function judgeReason({ text }: JudgedSentence): number {
  return reason.test(text) ? 1 : perhapsReason.test(text) ? 0.85 : unfit;
}

function judgePlace({ article, start, end, text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const named = namesIn(article.reading.places, start, end).some(({ text: name }) => !isAsked(name, asked));
  const preposition = /\b(?:in|at|near|outside|on|capital|from|off|toward) (?:the )?(?:\p{Ll}+ ){0,2}\p{Lu}/u;
  return preposition.test(text) ? (named ? 1 : 0.85) : unfit;
}

const number =
  /(?<![\d-])\b\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)t(?:een|y)|twenty|forty|(?:dozen|hundred|thousand|million|billion)s?)\b/i;

/** A number that is no part of a date. */
function judgeNumber({ article, start, end, text }: JudgedSentence): number {
  const undated = article.reading.dates
    .filter(date => isIn(date, start, end))
    .reduce((rest, date) => rest.replace(date.text, ' '), text);
  return number.test(undated) ? 1 : unfit;
}

function judgeDefinition({ text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const defining = /^[^.]{0,60}?(?:\b(?:is|are|was|were)|,) (?:an?|the|one of)\b/i.exec(text);
  if (defining === null) return 0.8;
  return asked.some(word => includesWord(formsOf(defining[0]), word)) ? 1.15 : 0.9;
}

/** What a person is called in the sentence answers the question as it is. */
const calledSo = 1.3;
/** How far a name may be from the end of the verb that it belongs to, in characters. */
const near = 60;

/**
 * Someone who is not in the question: as the subject before the verb, after `by` in the passive, or after the verb
 * where the question asks for its object (`who did Russia release`).
 */
function judgePerson(
  { article, start, end, text }: JudgedSentence,
  asked: readonly AskedWord[],
  question: string,
): number {
  const { people, organizations } = article.reading;
  const isRole = (role: string) => {
    const own = formsOf(role);
    return !/\b(?:former|ex|late|then)\b/i.test(role) && asked.every(word => includesWord(own, word));
  };
  if (people.some(({ roles }) => roles.some(role => isIn(role, start, end) && isRole(role.text))))
    return calledSo;
  const names = [...namesIn(people, start, end), ...namesIn(organizations, start, end)]
    .filter(({ text: name }) => !isAsked(name, asked))
    .map(name => ({ from: name.start - start, to: name.end - start }));
  if (names.length === 0) return unfit;
  const verbs = asked.filter(({ isVerb }) => isVerb);
  if (verbs.length === 0) return 1;
  const at = verbPlace(text, verbs);
  if (at === null) return 0.9;
  const [verbStart, verbEnd] = at;
  const isAhead =
    /\b(?:will|would|could|may|might|should|to|not|never|if|whether|can|didn['’]t)\s(?:\w{1,30}\s)?$/i.test(
      text.slice(0, verbStart),
    );
  const asksObject = /^who(?:m|se)? (?:did|does|do|has|have|had|was|were|will|is|are|got)\b/i.test(question);
  const before = names.some(({ to }) => to <= verbStart && verbStart - to <= near);
  const after = names.some(({ from }) => from >= verbEnd && from - verbEnd <= near);
  const byName = /^\W{0,3}(?:\w{1,30} ){0,3}by\b/i.test(text.slice(verbEnd, verbEnd + 30)) && after;
  const isNoun =
    nouns.test(text.slice(verbStart, verbEnd)) ||
    /\b(?:the|an?|this|that|these|its|their|his|her|\w{1,30}['’]s?)\s(?:\w{1,30}\s)?$/i.test(
      text.slice(0, verbStart),
    );
  const isPassive = /\b(?:was|were|is|are|be|been|being|got)\s(?:\w{1,30}ly\s)?$/i.test(
    text.slice(0, verbStart),
  );
  const isBlamed = /\b(?:blam|accus|responsib)\w+/.test(text);
  const isSubject = isTitleOf(text, names, at) || byName || (isPassive || isNoun ? isBlamed : before);
  return ((asksObject ? after || before : isSubject) ? 1.15 : 0.85) * (isAhead ? 0.7 : 1);
}

/** What someone did as a noun: whoever is named before it did not do it. */
const nouns =
  /(?:[st]ion|ment|ing|death|toll|victory|winner|gunfire|bullet|exit|swap|exchange|deal|talks|prison|withdrawal|election)s?$/i;

/** `leader NAME`, `founder and chief NAME`: what is asked is what the person is called. */
function isTitleOf(text: string, names: { from: number }[], [, verbEnd]: [number, number]): boolean {
  return names.some(
    ({ from }) => from >= verbEnd && /^\s?(?:\w{1,30}\s){0,2}$/.test(text.slice(verbEnd, from)),
  );
}

function verbPlace(text: string, verbs: AskedWord[]): [number, number] | null {
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const own = formsOf(found[0]);
    if (verbs.some(verb => includesWord(own, verb))) return [found.index, found.index + found[0].length];
  }
  return null;
}

/** Mentions within a sentence. */
function namesIn(
  entities: readonly { mentions: readonly { start: number; end: number; text: string }[] }[],
  start: number,
  end: number,
) {
  return entities.flatMap(({ mentions }) => mentions.filter(mention => isIn(mention, start, end)));
}

function isIn(span: { start: number; end: number }, start: number, end: number): boolean {
  return span.start >= start && span.end <= end;
}

function isAsked(name: string, asked: readonly AskedWord[]): boolean {
  const own = formsOf(name);
  return asked.some(word => includesWord(own, word));
}
