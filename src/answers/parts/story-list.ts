import type { Story } from '../../library/model/types.ts';
import { dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { ArticleItem, Block, Button, Line, View } from '../page/page.ts';
import { storyPeriodLine } from '../page/period-line.ts';
import { storyButton } from './story-button.ts';

/** How many stories a list shows. */
export const storyListSizes = { private: 5, group: 3 };
const maxOutlets = 3;
const maxSentence = 220;

/** Stories by their most central titles, with how many articles of which outlets, days, and in private a sentence. */
export async function storyList(library: Library, stories: Story[], view: View): Promise<Block> {
  const items = await Promise.all(stories.map(story => storyItem(library, story, view)));
  return { kind: 'articles', items: items.filter(item => item !== null) };
}

async function storyItem(library: Library, story: Story, view: View): Promise<ArticleItem | null> {
  const article = story.articles.findLast(({ title }) => title === story.title) ?? story.articles.at(-1);
  if (article === undefined) return null;
  const sentence =
    view.chat === 'group' ? undefined : (await library.articles.get(article.id))?.reading.summary[0]?.text;
  const facts = storyFacts(story);
  const line: Line = [
    ...facts,
    ...(sentence && facts.length > 0 ? [{ lineBreak: true } as const] : []),
    ...(sentence ? [{ text: clip(sentence, maxSentence) }] : []),
  ];
  return { article, line, others: story.articles.map(({ id }) => id).filter(id => id !== article.id) };
}

/** Of a story of several articles how many they are, from which outlets, and when. */
function storyFacts(story: Story): Line {
  const { articles, first, last } = story;
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

/** A button for each story of a list, with its number there. */
export function storyButtons(stories: Story[], view: View): Button[][] {
  if (view.chat === 'group') return [];
  return stories.map((story, i) => {
    const { label, action } = storyButton(story);
    return [{ label: [{ source: i + 1 }, { text: ' ' }, ...label], action }];
  });
}
