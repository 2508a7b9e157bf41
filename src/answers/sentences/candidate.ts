import type { JudgedSentence } from './sentence.ts';

/**
 * The sentence that answers a question best. `coverage`: how much of the question it has, 1 for all of it; `day`: of
 * what it reports, where it gives one (YYYY-MM-DD; for an act asked about also YYYY-MM or YYYY).
 */
export type Candidate = JudgedSentence & {
  coverage: number;
  score: number;
  day?: string;
  /** For a number that is asked for: sentences of other articles that give another one, the newest first. */
  otherFigures?: readonly Candidate[];
};

/** A sentence with less of the question than this is only the closest. */
export const minCoverage = 0.7;
/** Tolls rise and plans change: of sentences whose scores differ by less than this, the newest article's counts. */
export const nearlyAsGood = 0.3;

/** The newest article's of those that are nearly as good as the best. */
export function newest(candidates: Candidate[], best: Candidate, within: number): Candidate {
  return candidates
    .filter(({ score }) => score >= best.score - within)
    .reduce((last, each) => (dayOf(each) > dayOf(last) ? each : last), best);
}

export const dayOf = ({ article }: Candidate) => (article.doubted ? '' : (article.published ?? ''));
