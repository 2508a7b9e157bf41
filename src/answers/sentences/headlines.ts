import type { StoredArticle } from '../../library/model/types.ts';
import { questionForm } from './question-form.ts';
import { askedWordsOf, formsOf, includesWord } from './question-words.ts';
import { reportOf } from './roles.ts';
import { comesAhead } from './who-answers.ts';

/** A headline that answers, with how much of the question it has, 0 to 1. */
export type Headline = { article: StoredArticle; text: string; coverage: number };

/**
 * The headline that answers who did something, or whether someone did, the newest of those with most of the question:
 * what a headline says in full, an article need not say again in one sentence. Null for other questions.
 */
export function answeringHeadline(articles: readonly StoredArticle[], question: string): Headline | null {
  const form = questionForm(question);
  if (form === null || /^(?:when|where|why)\b/i.test(question)) return null;
  const asked = askedWordsOf(question);
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const day = ({ article }: Headline) => (article.doubted ? '' : (article.published ?? ''));
  return articles
    .flatMap((article): Headline[] => {
      const text = article.title;
      if (text === null || /\?|^["“‘]/.test(text)) return [];
      const own = formsOf(text);
      const { places, people, organizations } = article.reading;
      const textsOf = (entities: typeof places) =>
        entities.flatMap(({ mentions }) =>
          mentions.flatMap(one => (text.includes(one.text) ? [one.text] : [])),
        );
      const report = reportOf(text, form, {
        places: textsOf(places),
        names: [...textsOf(people), ...textsOf(organizations)],
      });
      if (!report?.isAsAsked || report.isPronoun || comesAhead(text, report.act.start)) return [];
      const coverage =
        asked.reduce((sum, word) => sum + (includesWord(own, word) ? word.weight : 0), 0) / whole;
      return [{ article, text, coverage }];
    })
    .reduce<Headline | null>((best, each) => {
      const isBetter =
        best === null ||
        each.coverage > best.coverage ||
        (each.coverage === best.coverage && day(each) > day(best));
      return isBetter ? each : best;
    }, null);
}
