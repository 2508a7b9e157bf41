import { idIn } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { splitAnyPeriod } from '../page/relative-period.ts';
import { isKnownSubject } from '../parts/subject.ts';
import { contentWords } from '../sentences/question-words.ts';

/** Words that carry on from the question before: `and Smith?`, `what about June?`. */
const carryingOn =
  /^(?:(?:and|but|а|і|й)(?: (?:what|how) about)?|(?:what|how) about|same (?:for|about)|а що про|що про)(?: (?<preposition>about|on|in|for|to|про))? (?<subject>.+)$/isu;
/** A question word alone, which asks for one more thing about the same. */
const wordAlone =
  /^(?:and |but )?(?<word>when|where|why|who|how many|how)(?: (?:was|is|did|were) (?:that|it|this))?$/iu;

/** What is a question by itself, with a verb: `and what did Smith answer`. */
const wholeQuestion =
  /^(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|can|could|wer|was|wann|wo|warum|wie|хто|що|коли|де|чому|як|кто|что|когда|где|почему|как) .+ /iu;

/**
 * The question that a few words ask after another one: the same about someone or something else, or another thing
 * about the same. Null if they stand for themselves.
 */
export async function followUp(library: Library, words: string, before: Question): Promise<Question | null> {
  const alone = wordAlone.exec(words)?.groups?.word;
  if (alone !== undefined) {
    const about = before.kind === 'ask' ? contentWords(before.question).join(' ') : subjectOf(before);
    return about === null ? null : { kind: 'ask', question: `${alone} ${about}` };
  }
  const { subject, preposition } = carryingOn.exec(words)?.groups ?? {};
  if (subject === undefined || wholeQuestion.test(subject)) return null;
  const asked = subject.replace(/^the /i, '');
  switch (before.kind) {
    case 'quotes':
      return preposition === undefined && (await isKnownSubject(library, asked))
        ? { ...before, name: asked }
        : { ...before, about: asked };
    case 'who':
      return (await isKnownSubject(library, asked)) ? { kind: 'who', name: asked } : null;
    case 'timeline':
      return sameTimeline(before, asked);
    case 'latest':
    case 'topic':
    case 'story':
      return { kind: 'latest', about: asked };
    case 'search':
      return { kind: 'search', words: asked };
    case 'ask':
      return sameAbout(before.question, asked);
    default:
      return null;
  }
}

const pronoun =
  /^((?:and |but |so )?(?:(?:what|when|where|why|how|who) )?(?:did|does|do|has|have|had|is|was|will|can) )(?:he|she)\b/i;

/** `when did she resign`, asked after a question about one person: the question with that name; else as it was. */
export async function withNameFor(library: Library, words: string, before: Question): Promise<string> {
  if (!pronoun.test(words)) return words;
  const name = await personAskedAbout(library, before);
  return name === null ? words : words.replace(pronoun, (_, start: string) => `${start}${name}`);
}

async function personAskedAbout(library: Library, before: Question): Promise<string | null> {
  const asked =
    before.kind === 'who' || before.kind === 'quotes'
      ? before.name
      : before.kind === 'ask'
        ? onlyName(before.question)
        : undefined;
  if (asked === undefined) return null;
  const id = idIn(asked);
  const subject =
    id === undefined ? (await library.subjects.find(asked)).fits : [await library.subjects.get(id)];
  const [first, ...others] = subject;
  if (first?.type !== 'person') return null;
  return others.length === 0 ? first.name : asked;
}

/** The one name of a question; undefined if it has several or none. */
function onlyName(question: string): string | undefined {
  const names = namesIn(question);
  return names.length === 1 ? names[0]![0] : undefined;
}

const namesIn = (question: string) => [
  ...question.matchAll(/(?<=\s)\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*)*/gu),
];

/** Of another period, or about something else in the same one. */
function sameTimeline(before: QuestionOf<'timeline'>, asked: string): Question | null {
  const split = splitAnyPeriod(asked);
  if ('wrong' in split) return null;
  const { about, from, to, when } = before;
  const hasPeriod = Object.keys(split.period).length > 0;
  const period = hasPeriod
    ? split.period
    : { ...(from && { from }), ...(to && { to }), ...(when && { when }) };
  const subject = split.words || about;
  return { kind: 'timeline', ...(subject && { about: subject }), ...period };
}

/** The question before with its last name replaced; null if it has none. */
function sameAbout(question: string, asked: string): Question | null {
  const last = namesIn(question).at(-1);
  if (last === undefined) return null;
  const end = last.index + last[0].length;
  return { kind: 'ask', question: `${question.slice(0, last.index)}${asked}${question.slice(end)}` };
}

function subjectOf(question: Question): string | null {
  switch (question.kind) {
    case 'who':
      return question.name;
    case 'timeline':
    case 'latest':
      return question.about ?? null;
    case 'search':
      return question.words;
    case 'story':
      return question.story;
    default:
      return null;
  }
}
