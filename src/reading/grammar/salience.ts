import { isPassive, subjectAfter, subjectBefore, titledFrom } from './clause.ts';
import { type Context, nameAlone } from './context.ts';
import { subordinators } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import { isModifier, isVerb, type NounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { sourcePhrase } from './reporting-verb.ts';
import { speakerKind } from './speaker-kind.ts';

/** Whom each sentence is about: made once for an article, each sentence looked at once. */
export type Salience = {
  /** Indexes of the first word of each sentence, and one behind the last. */
  firsts: number[];
  subjects: Map<number, NounPhrase | null>;
};

export function salienceOf(context: Context): Salience {
  const firsts: number[] = [];
  const { words } = context;
  for (let at = 0; at < words.length; at++) while (firsts.length <= words[at]!.sentence) firsts.push(at);
  firsts.push(words.length);
  return { firsts, subjects: new Map() };
}

/** The subject of a sentence: of its verb of speech, else of its first verb that has one. */
export function subjectOfSentence(context: Context, focus: Salience, sentence: number): NounPhrase | null {
  const known = focus.subjects.get(sentence);
  if (known !== undefined) return known;
  const [from, to] = [focus.firsts[sentence]!, focus.firsts[sentence + 1]!];
  const main = mainClauseStart(context, from, to);
  const grammatical =
    speakingSubject(context, main, to) ?? leadingName(context, main, to) ?? mainSubject(context, main, to);
  const isSomeone =
    grammatical !== null && (grammatical.kind !== 'described' || denotesPerson(context, grammatical));
  const subject = isSomeone ? grammatical : (namedSource(context, from, to) ?? grammatical);
  focus.subjects.set(sentence, subject);
  return subject;
}

/** `According to X, the bridge will hold`: whose account a sentence about no one gives. */
function namedSource(context: Context, from: number, to: number): NounPhrase | null {
  const { words, quoted } = context;
  for (let at = from; at < to - 2; at++) {
    if (quoted[at] || words[at]!.lower !== 'according' || words[at + 1]!.lower !== 'to') continue;
    const source = sourcePhrase(context, at + 2, to);
    return source?.kind === 'person' ? source : null;
  }
  return null;
}

/** The name that a sentence begins with: `X, for all she had said, agreed`. */
export function leadingName(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    if (context.quoted[at] || isVerb(context, at)) return null;
    const named = context.beginsAt.get(at);
    if (!named) continue;
    const begin = titledFrom(context, at, from);
    const link = context.words[begin - 1];
    // `For X, the return is overwhelming`: what it means to X.
    const isTopic = begin === from + 1 && link!.lower === 'for' && context.words[named.to]?.text === ',';
    const isObject =
      begin > from &&
      !isTopic &&
      /^(of|for|to|at|from|in|on|with|by|about|like|after|before|and|against|under|behind|between|around|over|without|via|through|near)$/.test(
        link?.lower ?? '',
      );
    if (isObject || isModifier(context, named.to, to)) return null;
    return nameAlone(named);
  }
  return null;
}

function speakingSubject(context: Context, from: number, to: number): NounPhrase | null {
  let unnamed: NounPhrase | null = null;
  for (let at = from; at < Math.min(to, from + 80); at++) {
    const verb = speechAt(context, at);
    if (!verb || isPassive(context, at, from)) continue;
    const speaks = (subject: NounPhrase | null) =>
      subject !== null && (verb.bare || subject.kind === 'person') && speakerKind(context, subject) !== null;
    const mayPrecede = verb.bare && !/ing$/.test(context.words[at]!.lower);
    const behind = mayPrecede ? invertedSubject(context, at, to) : null;
    if (behind?.kind === 'person') return behind;
    if (unnamed) continue;
    const before = subjectBefore(context, at, from);
    if (before && isSubordinate(context, before, from)) continue;
    if (speaks(before) && before!.kind !== 'described') return before;
    unnamed = speaks(before) ? before : speaks(behind) ? behind : null;
  }
  return unnamed;
}

/** `X was silent when Y asked`, `A man addressed Y, who thought …`: the clause of a subject is only part of another. */
function isSubordinate(context: Context, { whole }: NounPhrase, from: number): boolean {
  const { words } = context;
  const { lower } = words[whole.from - 1] ?? { lower: '' };
  const behind = words[whole.to]?.text === ',' ? whole.to + 1 : whole.to;
  if (words[behind]?.lower === 'who') {
    const main = whole.from > from ? mainSubject(context, from, whole.from) : null;
    return main !== null && (main.kind === 'person' || denotesPerson(context, main));
  }
  if (whole.from - 1 <= from || lower === 'as' || !subordinators.has(lower)) return false;
  return mainSubject(context, from, whole.from - 1)?.kind === 'person';
}

/** Who speaks by an attribution behind its clause, before `to`: `The port will close, said X.`; a person or null. */
export function trailingSpeaker(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from + 1; at < to; at++) {
    const found = speechAt(context, at)?.bare ? invertedSubject(context, at, to) : null;
    if (found?.kind === 'person') return found;
  }
  return null;
}

/** `The port will close, said X, who owns it.` */
function invertedSubject(context: Context, verb: number, to: number): NounPhrase | null {
  const { words, quoted } = context;
  if (words[verb - 1]?.text !== ',' && !quoted[verb - 1]) return null;
  const subject = subjectAfter(context, verb, to);
  if (!subject || subject.kind === 'pronoun') return null;
  const next = words[subject.whole.to];
  const isClosed = !next || next.sentence !== words[verb]!.sentence || /^[,.;–—(]$/.test(next.text);
  return isClosed || next.pos === 'ADP' ? subject : null;
}

/** The subject of the first verb between two words that has one. */
export function mainSubject(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from; at < Math.min(to, from + 60); at++) {
    if (context.quoted[at] || !isVerb(context, at) || /ing$/.test(context.words[at]!.lower)) continue;
    const subject = subjectBefore(context, at, from);
    if (subject) return subject;
  }
  return null;
}

/** Whether the words describe one person: an office, a trade, a man, a woman. */
export function denotesPerson(context: Context, subject: NounPhrase): boolean {
  for (let at = subject.from; at < subject.to; at++) {
    const { lower } = context.words[at]!;
    if (/^(of|for|to|at|from|who)$/.test(lower)) return false;
    if (context.index.offices.has(lower) && !/s$/.test(lower)) return true;
  }
  return false;
}
