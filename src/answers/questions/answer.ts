import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import type { Question } from '../page/question.ts';
import { answerArticle } from './article.ts';
import { answerContext } from './context.ts';
import { answerFilter } from './filter.ts';
import { answerLatest } from './latest.ts';
import { answerQuotes } from './quotes.ts';
import { answerSearch } from './search.ts';
import { answerStory } from './story.ts';
import { answerTimeline } from './timeline.ts';
import { answerTopic, answerTopics } from './topics.ts';
import { answerWho } from './who.ts';

/** What the library has to say to a question. */
export function answer(library: Library, question: Question, view: View): Promise<Page> {
  switch (question.kind) {
    case 'who':
      return answerWho(library, question, view);
    case 'quotes':
      return answerQuotes(library, question, view);
    case 'timeline':
      return answerTimeline(library, question, view);
    case 'topics':
      return answerTopics(library, view);
    case 'topic':
      return answerTopic(library, question, view);
    case 'latest':
      return answerLatest(library, view);
    case 'story':
      return answerStory(library, question, view);
    case 'article':
      return answerArticle(library, question, view);
    case 'context':
      return answerContext(library, question);
    case 'search':
      return answerSearch(library, question, view);
    case 'filter':
      return answerFilter(library, question, view);
  }
}
