import { type AskedWord, formsOf, includesWord } from './question-words.ts';
import { type Judge, type JudgedSentence, unfit } from './sentence.ts';

/** What is counted where it is asked how far, how fast and so on something is, by the words that ask it. */
const units: Readonly<Record<string, string>> = {
  'high|tall|wide|deep|far|big|large|thick':
    '(?:(?:kilo|centi|milli)?met(?:er|re)s?|km|cm|mm|miles?|feet|foot|ft|inch(?:es)?|yards?|stor(?:e?ys?|ies)|floors?|acres?|hectares?|square)\\b',
  heavy: '(?:kilo(?:gram)?s?|kg|tons?|tonnes?|pounds?|lbs?|grams?)\\b',
  fast: '(?:mph|km\\/h|kph|knots?|(?:kilomet(?:er|re)s|miles) (?:an|per) hour|mach)\\b',
  'hot|cold|warm': '(?:degrees?|°)',
};
const amount =
  '(?:\\d|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\\b)[\\d.,]{0,12}(?:[\\s-]\\p{L}{1,12})?[\\s-]?';

/** Questions for a measure: a number of anything else is no answer. */
export const measures: readonly { question: RegExp; judge: Judge }[] = [
  {
    question:
      /^how much\b.{0,120}\b(?:g[ai]ve|given|pa(?:y|id)|costs?|spen[dt]|sen[dt]|donated?|earn(?:ed|s)?|owed?|owes|worth|raised?|s[eo]ll|sold|fined?|los[et]|price|invest(?:ed)?|money)\b/i,
    judge: hasPattern(
      /[$€£¥₴₽₩₹]\s?\d|\b\d[\d.,]{0,15}\s(?:hundred |thousand |million |billion |trillion )?(?:dollars?|euros?|pounds?|cents?|pence|yen|yuan|won|rupees?|rub(?:le)?s?|roubles?|hryvni(?:as?|ya)|francs?|cro(?:wns?|ner)|kron(?:a|or|er)|pesos?|lira|shekels?|z[lł]oty(?:s|ch)?|USD|EUR|GBP)\b|\b(?:thousand|million|billion|trillion)s?\b/i,
    ),
  },
  { question: /^how old\b/i, judge: judgeAge },
  ...Object.entries(units).map(([how, unit]) => ({
    question: new RegExp(`^how (?:${how})\\b`, 'i'),
    judge: hasPattern(new RegExp(`${amount}${unit}`, 'iu')),
  })),
];

export function hasPattern(pattern: RegExp): Judge {
  return ({ text }) => (pattern.test(text) ? 1 : unfit);
}

/** `, 60,` after a name, `60-year-old`, `aged 60`. */
const age =
  /(?<=\p{L}), (?:now |then )?\d{1,3}(?=[,.;)]|$)|\b\d{1,3}[- ]years?[- ]old\b|\b(?:aged?|age of|turn(?:s|ed|ing)?) \d{1,3}\b/giu;
/** `Died at 73`: of whom the sentence begins with. */
const atDeath = /\b(?:died|dies|dead|death)\b.{0,30}?\bat (?:the age of )?\d{1,3}\b/i;
const beginning = 60;
/** How far from the name its age may be, in characters. */
const near = 25;

/** An age next to whom or what it is asked of, or of whom a pronoun goes on about. */
function judgeAge({ text }: JudgedSentence, asked: readonly AskedWord[]): number {
  const isPronounFirst = /^(?:he|she|it|they)\b/i.test(text);
  const isTheirs = ({ 0: found, index }: RegExpExecArray) => {
    const around = formsOf(text.slice(Math.max(0, index - near), index + found.length + near));
    return isPronounFirst || asked.some(word => !word.isVerb && includesWord(around, word));
  };
  const opensWithThem = () =>
    isPronounFirst ||
    asked.some(word => !word.isVerb && includesWord(formsOf(text.slice(0, beginning)), word));
  const isTold = [...text.matchAll(age)].some(isTheirs) || (atDeath.test(text) && opensWithThem());
  return isTold ? 1 : unfit;
}
