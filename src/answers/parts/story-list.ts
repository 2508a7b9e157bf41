import type { Story } from '../../library/model/types.ts';
import { dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Block, Button, Line, View } from '../page/page.ts';
import { periodLine } from '../page/period-line.ts';
import { storyButton } from './story-button.ts';

/** How many stories a list shows. */
export const storyListSizes = { private: 6, group: 3 };
const maxTitle = 140;
const maxOutlets = 2;

/** Stories as a numbered list: headline, how many articles from which outlets, days. */
export function storyList(stories: Story[]): Block[] {
  return stories.map((story, i): Block => {
    const newest = story.articles.findLast(({ title }) => title === story.title) ?? story.articles.at(-1);
    const url = newest?.url ?? null;
    return {
      kind: 'text',
      line: [
        { text: `${i + 1}. `, style: 'bold' },
        { text: clip(story.title, maxTitle), style: 'bold', ...(url !== null && { link: url }) },
        { lineBreak: true },
        ...storyFacts(story),
      ],
    };
  });
}

/** How many articles, from which outlets, and when. */
function storyFacts({ articles, first, last }: Story): Line {
  const period = { ...(first && { from: first }), ...(last && { to: last }) };
  const outlets = [...new Set(articles.flatMap(({ source }) => source ?? []))];
  const more = outlets.length - maxOutlets;
  return dotted([
    outlets.length === 0 ? [] : [{ text: outlets.slice(0, maxOutlets).join(', '), style: 'italic' }],
    more > 0 ? [{ messageKey: 'and-more', args: { count: more } }] : [],
    [{ messageKey: 'articles', args: { count: articles.length } }],
    periodLine(period),
  ]);
}

/** A button for each story of a list. */
export function storyButtons(stories: Story[], view: View): Button[][] {
  return view.chat === 'group' ? [] : stories.map(story => [storyButton(story)]);
}
