import type { Library } from '../page/library.ts';
import type { View } from '../page/page.ts';
import { hasEnds } from '../page/period.ts';
import { splitAnyPeriod } from '../page/relative-period.ts';
import { daysAsked } from '../parts/days-asked.ts';
import { bestSentence } from '../sentences/best-sentence.ts';
import { type Candidate, minCoverage } from '../sentences/candidate.ts';
import { englishQuestion } from '../sentences/english-question.ts';
import { contentWords, namesWritten } from '../sentences/question-words.ts';

/** A question in English, spelled as articles have it, and its answer. */
export type Found = { asked: string; best: Candidate | null };

/** Shorter words are alike too often. */
const shortestCorrected = 5;
/** How many other names of one that is asked about are tried. */
const mostNames = 3;

/**
 * The sentence that answers a question; where there is none, one from the days that it names, or to the question as
 * articles spell its words and names. The nearest one if none answers it.
 */
export async function bestAnswer(library: Library, typed: string, view: View): Promise<Found> {
  const asked = (await englishQuestion(library, typed))?.question ?? typed;
  const found: Found = { asked, best: await bestSentence(library, asked) };
  if (isAnswer(found)) return found;
  const spelled = await corrected(library, asked);
  for (const question of new Set([asked, spelled, ...(await withOtherNames(library, asked))])) {
    const other =
      question === asked ? found : { asked: question, best: await bestSentence(library, question) };
    if (isAnswer(other)) return other;
    const ofDays = await fromItsDays(library, question, view);
    if (ofDays !== null) return ofDays;
  }
  return found;
}

function isAnswer({ best }: Found): boolean {
  return best !== null && best.coverage >= minCoverage;
}

/**
 * `Did NAME resign in January 2022`: the days are those of the news, whose sentences seldom name the year. Null if
 * none are named, or nothing of them answers it; when something was is asked of no days.
 */
async function fromItsDays(library: Library, question: string, view: View): Promise<Found | null> {
  const split = splitAnyPeriod(question);
  if ('wrong' in split || /^when\b/i.test(question)) return null;
  const days = await daysAsked(library, split.period, view);
  if (!hasEnds(days)) return null;
  const found = { asked: split.words, best: await bestSentence(library, split.words, days) };
  return isAnswer(found) ? found : null;
}

async function corrected(library: Library, asked: string): Promise<string> {
  let spelled = asked;
  for (const word of contentWords(asked)) {
    const other = word.length < shortestCorrected ? null : await library.search.corrected(word);
    if (other !== null) spelled = spelled.replace(word, other);
  }
  return spelled;
}

/** The question with a name in the other ways in which articles write it: `US` as `United States`. */
async function withOtherNames(library: Library, asked: string): Promise<string[]> {
  const questions: string[] = [];
  for (const { 0: name, index } of namesWritten(asked)) {
    const { fits, how } = await library.subjects.find(name);
    const [only] = fits;
    if (how !== 'name' || only === undefined || fits.length > 1) continue;
    const names = [only.name, ...only.variants].filter(other => other.toLowerCase() !== name.toLowerCase());
    for (const other of names.slice(0, mostNames))
      questions.push(`${asked.slice(0, index)}${other}${asked.slice(index + name.length)}`);
  }
  return questions;
}
