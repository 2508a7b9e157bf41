import type { Sentence, Span } from '../model/document.ts';

/** A person named in a sentence. */
type Mention = Span & { id: string };

/** A clause of its own begins here. */
const subordinate =
  /(?:[,;]\s|\s[–—-]\s|\s)(?<word>who|whom|whose|which|that|when|after|before|since|while|because|as|where|until|although|though)\s/g;
/** Right behind a day: `met Ilves on 5 July and Moen on 8 July`. */
const coordinated = /^(?:;|,)?\s(?:and|but|then|before)\s/;
/** Right before a day: `met Ilves, and on 8 July Moen`. */
const leading = /(?:;|,|,?\s(?:and|but|then))\s(?:then\s)?(?:(?:early|late|later|only)\s)?(?:on|in|by)?\s?$/;
/** `Friday and Saturday` */
const sameClause = /^(?:,|,?\s(?:and|or|to|through|until))\s(?:(?:on|in|the|early|late)\s)*$/;
const relative = /^(?:who|whom|whose|which)$/;
const personal = /\b(?:he|she|his|her|him|they|their|them|himself|herself)\b/;
const participle = /^(?:after|before|since|while|when)\s\p{Ll}+ing\s/u;

/**
 * Who takes part in what a sentence of two days reports of each: the people of its clause, and the subject of the sentence
 * where the clause goes on about it. Where the clauses can't be told apart, all of them.
 * @param dates in order; offsets into the input, as those of the mentions
 * @returns the ids for each date
 */
export function peopleOfDays(
  input: string,
  sentence: Sentence,
  dates: readonly Span[],
  mentions: readonly Mention[],
): string[][] {
  const everyone = ids(mentions);
  const [first, second] = dates;
  const boundary = dates.length === 2 && first && second ? boundaryOf(input, first, second) : null;
  if (!boundary || !first || !second) return dates.map(() => everyone);
  const before = mentions.filter(({ start }) => start < boundary.at);
  const behind = mentions.filter(({ start }) => start >= boundary.at);
  // Behind a relative clause the main one may go on.
  const either = relative.test(boundary.word) ? behind.filter(({ start }) => start >= second.end) : [];
  const carried =
    boundary.word === 'and'
      ? subjectOf(input, sentence, before, first)
      : carriedOver(before, boundary, input.slice(boundary.at, sentence.end));
  const own = new Set(behind.map(({ id }) => id));
  const both = before.filter(({ id }) => own.has(id));
  return [
    before.length > 0 ? ids([...before, ...either]) : everyone,
    carried.length + behind.length > 0 || boundary.word !== 'and'
      ? ids([...carried, ...behind, ...both])
      : everyone,
  ];
}

const ids = (mentions: readonly Mention[]) => [...new Set(mentions.map(({ id }) => id))];

/** Where the clause of the second day begins, and the word it begins with: `and` for `but` and a comma too. */
type Boundary = { at: number; word: string };

function boundaryOf(input: string, first: Span, second: Span): Boundary | null {
  const between = input.slice(first.end, second.start);
  if (sameClause.test(between)) return null;
  if (coordinated.test(between)) return { at: first.end + 1, word: 'and' };
  const led = leading.exec(between);
  if (led) return { at: first.end + led.index, word: 'and' };
  const found = [...between.matchAll(subordinate)][0];
  if (!found) return null;
  const word = found.groups!.word!;
  return { at: first.end + found.index + found[0].indexOf(word), word };
}

/** The subject of the clause of the first day, which a clause joined by `and` goes on about: none in `killed Ilves in May and Moen in June`. */
function subjectOf(input: string, { start }: Sentence, before: readonly Mention[], day: Span): Mention[] {
  const clause = start + Math.max(0, input.slice(start, day.start).lastIndexOf(' that '));
  const subject = before.find(mention => mention.start >= clause) ?? before[0];
  return subject && !/^\s(?:(?:on|in|at)\s)?$/.test(input.slice(subject.end, day.start)) ? [subject] : [];
}

/** The people of the first clause whom a subordinate one goes on about. */
function carriedOver(before: readonly Mention[], { at, word }: Boundary, clause: string): readonly Mention[] {
  if (relative.test(word)) {
    const antecedent = before.findLast(({ end }) => at - end <= longestMark);
    return antecedent ? [antecedent] : before;
  }
  if (participle.test(clause)) return before.slice(0, 1);
  return personal.test(clause) ? before : [];
}

/** UTF-16 code units between a name and the `who` that is said of it. */
const longestMark = 3;
