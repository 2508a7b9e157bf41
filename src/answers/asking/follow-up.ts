import { inEnglishMonth, withEnglishPeriod } from '../../languages/in-english.ts';
import { idIn } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { splitAnyPeriod } from '../page/relative-period.ts';
import { isKnownSubject } from '../parts/subject.ts';
import { bestSentence } from '../sentences/best-sentence.ts';
import { contentWords, namesWritten } from '../sentences/question-words.ts';
import { onlyName, subjectOf } from './named-before.ts';
import { withoutIntroduction } from './plain-words.ts';

/** Words that carry on from the question before: `and Smith?`, `what about June?`. */
const carryingOn =
  /^(?:(?:and|but|а|і|й|та|и|но|но а|und|aber)(?: (?:what|how) about| was ist mit| wie (?:steht|ist) es mit| що (?:про|з)| (?:как|что) (?:насчет|насчёт|с|про))?|(?:what|how) about|same (?:for|about)|а що про|що про|що з|як щодо|а как насч[её]т|как насч[её]т|was ist mit|wie steht es mit)(?: (?<preposition>about|on|in|for|to|про|im|in|у|в))? (?<subject>.+)$/isu;
/** Words that narrow it down: `only about taxes`, `just Smith`, `only the ones from May`. */
const narrowing =
  /^(?:(?:only|just)(?: (?:the )?(?:ones|those|quotes|articles|news|stories))?|(?:лише|тільки|только|nur)(?: die)?)(?: (?<preposition>about|on|in|for|by|from|of|with|про|о|об|по|über|zu|von|від|от))? (?<subject>.{2,80})$/isu;
/** A question word alone, which asks for one more thing about the same. */
const wordAlone =
  /^(?:and |but )?(?<word>when|where|why|who|how many|how)(?: (?:was|is|did|were) (?:that|it|this))?$/iu;
/** Who has to do with it besides those who were shown. */
const whoElse =
  /^(?:and |but )?(?:who else(?: (?:is|was|are|were|has|said|did|spoke)\b.{0,40})?|anyone else|(?:а |и |і )?(?:хто|кто) (?:ще|еще|ещё)|(?:und )?wer noch)$/iu;
/** Where an answer comes from. */
const sourceAsked =
  /^(?:and )?(?:(?:the |your |what(?:['’]?s| is| are) (?:the |your )?)?(?:sources?|link|proof)(?: (?:for that|for this|of that|please|pls))?|says who|who says(?: (?:so|that))?|where(?:['’]?s| is| does| did)? (?:that|this|it|you get (?:that|this|it)) (?:from|come from)|where did (?:you|u) (?:get|read) (?:that|this|it)|джерело|джерела|звідки (?:це|інформація)|(?:а )?пруфи?|источник|источники|откуда (?:это|информация)|quellen?|woher (?:ist|kommt|hast du|haben sie) (?:das|die info))$/iu;

/** What is a question by itself, with a verb: `and what did Smith answer`. */
const wholeQuestion =
  /^(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|can|could|wer|was|wann|wo|warum|wie|хто|що|коли|де|чому|як|кто|что|когда|где|почему|как) .+ /iu;

/**
 * The question that a few words ask after another one: the same about someone or something else, or another thing
 * about the same. Null if they stand for themselves.
 */
export async function followUp(library: Library, words: string, before: Question): Promise<Question | null> {
  const alone = wordAlone.exec(words)?.groups?.word;
  if (alone !== undefined) return askedAlone(alone, before);
  if (sourceAsked.test(words)) return sourceOf(library, before);
  if (whoElse.test(words)) return others(before);
  const ofPeriod = inPeriod(library, words, before);
  if (ofPeriod !== null) return ofPeriod;
  return carriedOn(library, words, before);
}

/** One more thing about the same; who said something when is with each quote. */
function askedAlone(word: string, before: Question): Question | null {
  if (before.kind === 'quotes' && /^(?:when|who)$/i.test(word)) return before;
  const about =
    before.kind === 'ask'
      ? contentWords(before.question).join(' ')
      : before.kind === 'quotes'
        ? [before.name, before.about].filter(part => part && idIn(part) === undefined).join(' ')
        : subjectOf(before);
  return about === null || about === '' || idIn(about) !== undefined
    ? null
    : { kind: 'ask', question: `${word} ${about}` };
}

/** Who else spoke on the same; of someone's quotes, with whom they are named. */
function others(before: Question): Question | null {
  if (before.kind === 'quotes' && before.about === undefined && before.name !== undefined)
    return { kind: 'who', name: before.name };
  const about = before.kind === 'quotes' ? before.about : wordsAskedAbout(before);
  return about === null || about === undefined ? null : { kind: 'quotes', about };
}

/** The same about someone or something else. */
async function carriedOn(library: Library, words: string, before: Question): Promise<Question | null> {
  const { subject, preposition } = (carryingOn.exec(words) ?? narrowing.exec(words))?.groups ?? {};
  if (subject === undefined || wholeQuestion.test(withoutIntroduction(subject))) return null;
  const own = /^(?:his|her|their) (?<about>.+)$/i.exec(subject)?.groups?.about;
  if (own !== undefined && (before.kind === 'who' || before.kind === 'quotes') && before.name !== undefined)
    return { kind: 'quotes', name: before.name, about: own };
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

/** The article that an answer in one sentence is from; of longer answers, where their sources are. */
async function sourceOf(library: Library, before: Question): Promise<Question> {
  const best = before.kind === 'ask' ? await bestSentence(library, before.question) : null;
  return best === null
    ? { kind: 'talk', topic: 'source' }
    : { kind: 'article', article: `#${best.article.id}` };
}

function wordsAskedAbout(before: Question): string | null {
  if (before.kind === 'ask') return contentWords(before.question).join(' ');
  const about = subjectOf(before);
  // An id is no word that someone may have said.
  return about === null || idIn(about) !== undefined ? null : about;
}

/** A period by itself, `and in October?`: the same in those days; null if it is none, or nothing can be asked of them. */
function inPeriod({ vocabulary }: Library, words: string, before: Question): Question | null {
  const bare = words
    .replace(/^(?:and|but|what about|how about|а|і|й|та|и|но|und|aber)[, ]+/iu, '')
    .replace(/^(?:only|just|nur|лише|тільки|только) /iu, '')
    .replace(/ (?:only|alone|please)$/iu, '');
  const english =
    vocabulary === undefined ? bare : withEnglishPeriod(inEnglishMonth(bare, vocabulary), vocabulary);
  const [split] = [english, `in ${english}`]
    .map(splitAnyPeriod)
    .filter(each => 'words' in each && each.words === '' && Object.keys(each.period).length > 0);
  if (split === undefined || 'wrong' in split) return null;
  const { period } = split;
  if (before.kind === 'latest' || (before.kind === 'quotes' && before.name !== undefined)) {
    const { from: _, to: __, when: ___, ...same } = before;
    return { ...same, ...period };
  }
  const about =
    before.kind === 'quotes'
      ? before.about
      : before.kind === 'ask'
        ? (onlyName(before.question) ?? contentWords(before.question).join(' '))
        : before.kind === 'topic'
          ? before.topic
          : subjectOf(before);
  if (about === null || about === undefined) return null;
  return before.kind === 'search' || before.kind === 'topic'
    ? { kind: 'latest', about, ...period }
    : { kind: 'timeline', about, ...period };
}

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
  const last = namesWritten(question).at(-1);
  if (last === undefined) return null;
  const end = last.index + last[0].length;
  return { kind: 'ask', question: `${question.slice(0, last.index)}${asked}${question.slice(end)}` };
}
