import type { ArticleRef, Evidence, Story } from '../../library/model/types.ts';
import { dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { ArticleItem, Block, Button, Line, View } from '../page/page.ts';
import { storyPeriodLine } from '../page/period-line.ts';
import { passageLine } from '../quoted/passage.ts';
import { storyButton } from './subject-buttons.ts';

/** How many stories a list shows. */
export const storyListSizes = { private: 5, group: 3 };
const maxOutlets = 3;
const maxSentence = 220;
const maxPassage = 320;
const maxTitle = 80;

/**
 * Stories by their most central titles, with how many articles of which outlets, days, and in private a sentence.
 * @param passages a sentence of each story to be shown rather than its first
 */
export async function storyList(
  library: Library,
  stories: Story[],
  view: View,
  passages: Evidence[] = [],
): Promise<Block> {
  const items = await Promise.all(stories.map((story, i) => storyItem(library, story, view, passages[i])));
  return { kind: 'articles', items: items.filter(item => item !== null) };
}

async function storyItem(
  library: Library,
  story: Story,
  view: View,
  passage?: Evidence,
): Promise<ArticleItem | null> {
  const article = allArticles(story).findLast(({ title }) => title === story.title) ?? story.articles.at(-1);
  if (article === undefined) return null;
  const sentence = view.chat === 'group' ? [] : await sentenceOf(library, article, passage);
  const facts = storyFacts(story);
  const line: Line = [
    ...facts,
    ...(sentence.length > 0 && facts.length > 0 ? [{ lineBreak: true } as const] : []),
    ...sentence,
  ];
  return { article, line, others: story.articles.map(({ id }) => id).filter(id => id !== article.id) };
}

/** The passage, with the article that has it if that is not the one listed; else the article's first sentence. */
async function sentenceOf(library: Library, listed: ArticleRef, passage?: Evidence): Promise<Line> {
  if (passage === undefined) {
    const first = (await library.articles.leads([listed.id])).get(listed.id);
    return first ? [{ text: clip(first, maxSentence), inert: true }] : [];
  }
  const { article } = passage;
  const said = await passageLine(library, passage, maxPassage);
  if (article.id === listed.id || article.title === null) return said;
  const title = clip(article.title, maxTitle);
  return [
    ...said,
    { text: ' — ' },
    { text: title, style: 'italic', ...(article.url !== null && { link: article.url }) },
  ];
}

/** Of a story of several articles how many they are, from which outlets, and when. */
function storyFacts(story: Story): Line {
  const { first, last } = story;
  const articles = allArticles(story);
  if (articles.length < 2) return [];
  const outlets = [...new Set(articles.flatMap(({ source }) => source ?? []))];
  const more = outlets.length - maxOutlets;
  return dotted([
    [{ messageKey: 'articles', args: { count: articles.length } }],
    outlets.length < 2 ? [] : [{ text: outlets.slice(0, maxOutlets).join(', ') }],
    more > 0 ? [{ messageKey: 'and-more', args: { count: more } }] : [],
    first === last ? [] : storyPeriodLine(story),
  ]);
}

/** The articles of a story with those that republish them. */
export function allArticles({ articles }: Story): ArticleRef[] {
  return articles.flatMap(article => [article, ...article.duplicates]);
}

/** A button for each story of a list, with its number there. */
export function storyButtons(stories: Story[], view: View): Button[][] {
  if (view.chat === 'group') return [];
  return stories.map((story, i) => {
    const { label, action } = storyButton(story);
    return [{ label: [{ source: i + 1 }, { text: ' ' }, ...label], action }];
  });
}
