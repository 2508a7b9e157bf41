import type { FreshStory } from '../../library/model/types.ts';
import { note, rows } from '../page/builders.ts';
import type { Block, Button, Page } from '../page/page.ts';
import { newSources } from '../page/sources.ts';
import { storyButton } from '../parts/subject-buttons.ts';
import { type DigestOptions, furtherButtons, headBlocks } from './frame.ts';
import { overviewPage } from './overview.ts';
import { headlinesBlock, storyBlocks, weight } from './story.ts';

export type { DigestOptions, FreshStory };

/**
 * What is shown of a part at most, in characters (UTF-16 code units). Telegram's bound is 4096 code points;
 * the difference is for the words of the interface and the heading.
 */
const longestPart = 3300;

/**
 * A digest in parts that each fit one Telegram message. `short` is one part with a line for each story; `full` has a
 * few sentences and quotes of each and is split between stories. An update shows only what is new. Without stories:
 * one page that says that nothing is new.
 */
export function digestPages(stories: FreshStory[], options: DigestOptions): Page[] {
  if (stories.length === 0) return [note(options.preview ? 'digest-preview-nothing' : 'digest-nothing')];
  if ((options.length ?? 'short') === 'short') return [overviewPage(stories, options)];
  const parts = partsOf(stories, options);
  return parts.map((part, i) => {
    const last = i === parts.length - 1;
    const more = last ? options.total - stories.length : 0;
    return {
      blocks: [
        ...headBlocks(options, i + 1, parts.length),
        ...partBlocks(part, options),
        ...(more > 0 ? [moreBlock(more)] : []),
      ],
      buttons: [
        ...storyButtons(part, options),
        ...(last ? furtherButtons(options.window, stories.length, more) : []),
      ],
    };
  });
}

function partsOf(stories: FreshStory[], options: DigestOptions): FreshStory[][] {
  const parts: { length: number; stories: FreshStory[] }[] = [];
  for (const story of stories) {
    const length = weight(partBlocks([story], options));
    const open = parts.at(-1);
    if (open && open.length + length <= longestPart) {
      open.stories.push(story);
      open.length += length;
    } else parts.push({ length, stories: [story] });
  }
  return parts.map(part => part.stories);
}

/** The stories of a part with their sources. Headlines are their own list of sources. */
function partBlocks(part: FreshStory[], options: DigestOptions): Block[] {
  if (options.length === 'headlines') return [headlinesBlock(part)];
  const sources = newSources();
  return [...part.flatMap(story => storyBlocks(story, options, sources)), ...sources.blocks()];
}

function moreBlock(more: number): Block {
  return { kind: 'text', line: [{ messageKey: 'digest-more', args: { count: more }, style: 'italic' }] };
}

function storyButtons(stories: FreshStory[], { length }: DigestOptions): Button[][] {
  const buttons = stories.map(({ story }) => storyButton(story));
  if (length !== 'headlines') return buttons.map(button => [button]);
  return rows(
    buttons.map(({ action }, i) => ({ label: [{ source: i + 1 }], action })),
    5,
  );
}
