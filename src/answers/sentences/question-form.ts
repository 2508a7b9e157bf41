import { type AskedWord, askedWordsOf, isActOfOneOnAnother } from './question-words.ts';

/**
 * What a question asks for, and what it names in which role: `who attacked CITY` asks for the agent of `attacked` and
 * names its patient; `when was NAME killed` asks for a day and names the patient of `killed`.
 */
export type QuestionForm = {
  wanted: 'agent' | 'patient' | 'other';
  verb: AskedWord;
  agent: readonly AskedWord[];
  patient: readonly AskedWord[];
};

type Word = { text: string; lower: string };

const auxiliaries = new Set('did does do has have had will would can could'.split(' '));
const beings = new Set('is are was were be been got get gets'.split(' '));
const adverbs = new Set('first also actually really just has have had is are now newly recently'.split(' '));
const particles = new Set('down out off up over'.split(' '));
/** What follows these is about the act, not who it was done to. */
const prepositions = new Set(
  'in at on for as during with after before to of from into near since by over under because through'.split(
    ' ',
  ),
);
const isNoVerb = new Set('happen start begin and or outage war'.split(' '));
const dying = /^(?:die|dies|died|dying)$/;
const participle =
  /(?:ed|en|wn|shot|hit|struck|dead|held|found|hurt|caught|met|left|lost|made|sold|sunk|fought)$/;

/** The form of a question about an act of one on another; null where roles can’t be determined, or don’t matter. */
export function questionForm(question: string): QuestionForm | null {
  const words = (question.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'&+#-]*/gu) ?? []).map(text => ({
    text,
    lower: text.toLowerCase(),
  }));
  const [first] = words;
  if (first === undefined) return null;
  const isYesNo = auxiliaries.has(first.lower) || beings.has(first.lower);
  const asksWho = /^who(?:m)?$/.test(first.lower);
  if (!isYesNo && !asksWho && !/^(?:when|where|why)$/.test(first.lower)) return null;
  const at = isYesNo ? 0 : 1;
  const next = words[at]?.lower ?? '';
  if (beings.has(next)) return ofPassive(words, at + 1, asksWho);
  if (auxiliaries.has(next) && !(asksWho && isParticiple(words[at + 1])))
    return ofStatement(words, at + 1, asksWho);
  return asksWho ? ofSubjectQuestion(words, at) : null;
}

/** `who attacked CITY on Friday`. */
function ofSubjectQuestion(words: Word[], from: number): QuestionForm | null {
  let at = from;
  while (words[at] && adverbs.has(words[at]!.lower)) at += 1;
  const verb = words[at];
  if (verb === undefined) return null;
  // `Who died?` asks to whom it happened, as `who was killed?` does, not who did it.
  if (dying.test(verb.lower)) return form('patient', verb, [], []);
  const isKnownVerb = isActOfOneOnAnother(verb.lower) || /^(?!.*eed$)\p{L}{2,}ed$/u.test(verb.lower);
  return isKnownVerb ? form('agent', verb, [], objectOf(words.slice(at + 1))) : null;
}

/** `when did NAME attack CITY`, `who did NAME release`, `when will NAME be sentenced`. */
function ofStatement(words: Word[], from: number, asksWho: boolean): QuestionForm | null {
  const known = words.findIndex((word, place) => place > from && isAct(word));
  const at = known >= 0 ? known : unknownVerbAt(words, from);
  if (at < 0) return null;
  const passive = at - 1 > from && beings.has(words[at - 1]!.lower) ? words.slice(from, at - 1) : null;
  if (passive !== null && !asksWho) return form('other', words[at]!, [], passive);
  if (dying.test(words[at]!.lower) && !asksWho) return form('other', words[at]!, [], words.slice(from, at));
  const patient = objectOf(words.slice(at + 1));
  return form(asksWho ? 'patient' : 'other', words[at]!, words.slice(from, at), asksWho ? [] : patient);
}

/** Where an unknown verb is, after a name: `when did the Games open`; -1 if that is unclear. */
function unknownVerbAt(words: Word[], from: number): number {
  if (
    askedWordsOf(
      words
        .slice(from)
        .map(({ lower }) => lower)
        .join(' '),
    ).some(({ isVerb }) => isVerb)
  )
    return -1;
  return words.findIndex(
    ({ text, lower }, place) =>
      place > from &&
      /^\p{Lu}/u.test(words[place - 1]!.text) &&
      text === lower &&
      !prepositions.has(lower) &&
      !isNoVerb.has(lower),
  );
}

/** `when was NAME killed`, `who was NAME killed by`, `who was released by NAME`. */
function ofPassive(words: Word[], from: number, asksWho: boolean): QuestionForm | null {
  const at = words.findIndex((word, place) => place >= from && isAct(word) && isParticiple(word));
  if (at < 0) return null;
  const by = words.findIndex(({ lower }, place) => place > at && lower === 'by');
  const named = words.slice(from, at);
  if (asksWho && named.length > 0) return form('agent', words[at]!, [], named);
  const agent = by < 0 ? [] : objectOf(words.slice(by + 1));
  return form(asksWho ? 'patient' : 'other', words[at]!, agent, named);
}

/** The first noun phrase after a verb. */
function objectOf(words: Word[]): Word[] {
  const rest = particles.has(words[0]?.lower ?? '') ? words.slice(1) : words;
  const end = rest.findIndex(({ lower }) => prepositions.has(lower));
  return end < 0 ? rest : rest.slice(0, end);
}

function form(
  wanted: QuestionForm['wanted'],
  verb: Word,
  agent: Word[],
  patient: Word[],
): QuestionForm | null {
  const [asked] = askedWordsOf(verb.lower);
  // In `who won`, `who met`, it matters little who is named where.
  if (asked === undefined || (asked.isVerb && !isActOfOneOnAnother(verb.lower))) return null;
  const wordsOf = (some: Word[]) =>
    some.length === 0 ? [] : askedWordsOf(some.map(({ text }) => text).join(' '));
  return { wanted, verb: asked, agent: wordsOf(agent), patient: wordsOf(patient) };
}

function isAct({ lower }: Word): boolean {
  return isActOfOneOnAnother(lower) && !auxiliaries.has(lower);
}

function isParticiple(word: Word | undefined): boolean {
  return word !== undefined && isActOfOneOnAnother(word.lower) && participle.test(word.lower);
}
