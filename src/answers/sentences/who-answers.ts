import type { Reading } from '../../reading/model/reading.ts';
import { type AskedWord, formsOf, includesWord } from './question-words.ts';
import { isAsked, isIn, type JudgedSentence, namesIn, unfit } from './sentence.ts';

/** What may come, or did not: `will attack`, `didn’t attack`. */
export function comesAhead(text: string, verbStart: number): boolean {
  return /\b(?:will|would|could|may|might|should|to|not|never|if|whether|can|didn['’]t)\s(?:\w{1,30}\s){0,2}$/i.test(
    text.slice(0, verbStart),
  );
}

/** What a person is called in the sentence answers the question as it is. */
const calledSo = 1.3;
/** How far a name may be from the end of the verb that it belongs to, in characters. */
const near = 60;

/**
 * Someone who is not in the question: as the subject before the verb, after `by` in the passive, or after the verb
 * where the question asks for its object (`who did Russia release`).
 */
export function judgePerson(
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
  if (isFormerOnly(text, question, asked)) return unfit;
  if (/^who(?:['’]s| is| was) (?:the )?(?:\p{L}+ ){1,3}of /iu.test(question)) return unfit;
  const countries = countriesThatDo(article.reading, { text, start }, deedOf(question, asked));
  const names = [...namesIn(people, start, end), ...namesIn(organizations, start, end), ...countries]
    .filter(({ text: name }) => !isAsked(name, asked))
    .map(name => ({ from: name.start - start, to: name.end - start }));
  if (names.length === 0) return unfit;
  if (asksForRole.test(question)) return isBesideName(text, names, asked) ? 1 : unfit;
  if (lacksDeed(text, asked, question)) return unfit;
  const verbs = asked.filter(({ isVerb }) => isVerb);
  if (verbs.length === 0) return 1;
  const at = verbPlace(text, verbs);
  if (at === null) return 0.9;
  const [verbStart, verbEnd] = at;
  const isAhead = comesAhead(text, verbStart);
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

/** `Who chairs WORDS`: the verb, and with it what is done to what. */
const asksWhoDoes = /^who (?:currently |now |still )?(?<deed>\p{Ll}{3,20}s) (?!up\b|off\b|down\b|out\b)/u;
/** Countries right before the verb: `France, currently chairing WORDS`. Elsewhere they are where it is done. */
function countriesThatDo(
  { places }: Reading,
  { text, start }: Pick<JudgedSentence, 'text' | 'start'>,
  deed: AskedWord | undefined,
): { text: string; start: number; end: number }[] {
  const [verbStart] = (deed && verbPlace(text, [deed])) ?? [0];
  const countries = places.filter(({ kind }) => kind === 'country');
  return namesIn(countries, start, start + verbStart).filter(({ end }) =>
    /^,?\s(?:which\s|that\s)?(?:(?:currently|now|still|also)\s)?$/.test(text.slice(end - start, verbStart)),
  );
}

/** The verb of `who chairs WORDS`. */
function deedOf(question: string, asked: readonly AskedWord[]): AskedWord | undefined {
  const deed = asksWhoDoes.exec(question)?.groups?.deed;
  return deed === undefined ? undefined : asked.find(({ word }) => word === deed);
}

/** Nouns for those who do what is asked, which are of something: `the head of WORDS`. */
const posts: ReadonlySet<string> = new Set(['head', 'heads', 'leader', 'leaders', 'chief', 'boss']);

/**
 * Whether of `who chairs WORDS` a sentence has no such verb, or has it without most of the words behind it: `who chairs
 * something else`, `the head of something else`.
 */
function lacksDeed(text: string, asked: readonly AskedWord[], question: string): boolean {
  const verb = deedOf(question, asked);
  if (verb === undefined) return false;
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const others = asked.filter(word => word !== verb);
  return !words.some((word, at) => {
    if (!includesWord(formsOf(word), verb)) return false;
    // What a post is of may be in front of it, and so may what is done by someone: `NATO chief`, `chaired by NAME`.
    const next = words[at + 1];
    const from = next === 'by' || (posts.has(word.toLowerCase()) && next !== 'of') ? 0 : at + 1;
    const behind = words.slice(at + 1, at + farthest);
    const end = behind.findIndex(each => leadsElsewhere.has(each));
    const own = formsOf(words.slice(from, end < 0 ? at + farthest : at + 1 + end).join(' '));
    return others.filter(other => includesWord(own, other)).length * 2 >= Math.max(1, others.length);
  });
}

/** How many words behind the verb what is done to may be. */
const farthest = 12;
/** Behind these comes what a deed has to do with, not what is done: `led an assault on WORDS`. */
const leadsElsewhere: ReadonlySet<string> = new Set('on at against to from as by with into over'.split(' '));

/** Whether the office that someone is said to have is only called a former one. */
function isFormerOnly(text: string, question: string, asked: readonly AskedWord[]): boolean {
  if (!/^who(?:['’]s| is| are| runs| leads| heads)\b/i.test(question)) return false;
  if (/\b(?:former|ex)\b/i.test(question)) return false;
  const said = text.match(/\b(?:former|ex)[- ](?:[\p{L}’'-]{1,30} ){0,4}[\p{L}’'-]{1,30}/giu) ?? [];
  return said.some(words => asked.some(word => includesWord(formsOf(words.replace(/^\S+?[- ]/, '')), word)));
}

/** `Who is the new mayor`: what someone is called, not who was in some way concerned. */
const asksForRole =
  /^who(?:['’]s| is| was| are| were) (?:the|an?|its|their)(?: \p{L}[\p{L}’'-]{0,30}){1,4}$/iu;
/** Whether the noun asked for is right before a name, or after it and a comma: `mayor NAME`, `NAME, the mayor`. */
function isBesideName(
  text: string,
  names: readonly { from: number; to: number }[],
  asked: readonly AskedWord[],
): boolean {
  const noun = asked.at(-1);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].some(({ 0: word, index }) => {
    if (noun === undefined || !includesWord(formsOf(word), { ...noun, same: [], isVerb: true })) return false;
    const end = index + word.length;
    return names.some(
      ({ from, to }) =>
        (from >= end && /^,?\s$/.test(text.slice(end, from))) ||
        (to <= index && /^,\s(?:an?|the)?\s?(?:[\p{L}’'-]{1,20}\s){0,4}$/u.test(text.slice(to, index))),
    );
  });
}

/** What someone did as a noun: the one named before it did not do it. */
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
