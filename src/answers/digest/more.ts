import type { FreshStory, NewsFilter } from '../../library/model/types.ts';
import { dotted, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page } from '../page/page.ts';
import { interestLabels } from '../parts/interest.ts';
import { storyButton } from '../parts/subject-buttons.ts';
import { headlinesBlock } from './story.ts';
import { type Window, windowText } from './window.ts';

const shownAtOnce = 8;

type Asked = { window: Window; filter: NewsFilter; from: number };

/** The stories of a digest that it did not tell in words, as headlines. */
export async function restPage(library: Library, asked: Asked): Promise<Page> {
  const { total, items } = await storiesOf(library, asked);
  if (items.length === 0) return note('digest-gone');
  const buttons = items.map(
    ({ story }, i): Button => ({ label: [{ source: i + 1 }], action: storyButton(story).action }),
  );
  return {
    blocks: [
      {
        kind: 'heading',
        line: [
          { messageKey: 'digest-rest', args: { from: asked.from + 1, to: asked.from + items.length, total } },
        ],
      },
      headlinesBlock(items),
    ],
    buttons: [...rows(buttons, 4), ...further('more', asked, total)],
  };
}

/** Why each story is in a digest, and why in this order. */
export async function whyPage(library: Library, asked: Asked): Promise<Page> {
  const { total, items } = await storiesOf(library, asked);
  if (items.length === 0) return note('digest-gone');
  const reasons = await Promise.all(items.map(story => reasonLine(library, story)));
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'digest-why' }] },
      { kind: 'text', line: [{ messageKey: 'digest-why-order', args: { count: total } }] },
      ...reasons.map((line, i) => ({
        kind: 'text' as const,
        line: [{ text: `${asked.from + i + 1}. ` }, ...line],
      })),
    ],
    buttons: further('why', asked, total),
  };
}

function storiesOf(library: Library, { window, filter, from }: Asked) {
  const { since, after, upTo } = window;
  return library.news.stories({ since, after, upTo, filter, limit: shownAtOnce, offset: from });
}

async function reasonLine(
  library: Library,
  { story, fresh, update, sources, met }: FreshStory,
): Promise<Line> {
  const about = await interestLabels(library, met);
  const newest = fresh
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  return [
    { text: clip(story.title, 120), style: 'bold' },
    { text: ' — ' },
    ...dotted([
      [{ messageKey: 'why-sources', args: { count: sources } }],
      about.length === 0 ? [] : [{ messageKey: 'why-about', args: { about: about.join(', ') } }],
      newest === undefined ? [] : [{ messageKey: 'why-newest' }, { text: ' ' }, { day: newest }],
      update ? [{ messageKey: 'why-update' }] : [],
    ]),
  ];
}

function further(act: 'more' | 'why', { window, from }: Asked, total: number): Button[][] {
  const to = (messageKey: string, start: number): Button => ({
    label: [{ messageKey }],
    action: { kind: 'choose', data: `d.${act}.${windowText(window)}.${start}` },
  });
  const next = from + shownAtOnce;
  return next < total ? [[to('button-digest-further', next)]] : [];
}
