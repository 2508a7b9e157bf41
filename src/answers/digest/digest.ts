import type { DigestLength } from '../../deliveries/subscriptions/types.ts';
import type { FreshStory } from '../../library/model/types.ts';
import { dotted, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Block, Button, Line, Page } from '../page/page.ts';
import { newSources } from '../page/sources.ts';
import { storyButton } from '../questions/story.ts';
import { headlinesBlock, storyBlocks, weight } from './story.ts';

export type { FreshStory };

export type DigestOptions = {
  /** The local day of the digest, `YYYY-MM-DD`. */
  day: string;
  /** What it is about: labels of topics and names of people; empty for everything. */
  about: string[];
  /** The first digest of a subscription: it tells the newest matching stories, and says so. */
  first: boolean;
  /** Shown before anything is sent: says that it is only a preview. */
  preview: boolean;
  /** How many stories matched, those left out included. */
  total: number;
  /** How much is told of each story; `short` unless told. */
  length?: DigestLength;
  /** Names what was told, for the buttons that tell more of it; without it there are none. See `windowText`. */
  window?: string;
  /** The articles that limit reproduction: no quote longer than 25 words is taken from them. */
  limited?: Set<string>;
};

/**
 * What is shown of a part at most, in characters (UTF-16 code units). Telegram's bound is 4096 code points;
 * the difference is for the words of the interface and the heading.
 */
const longestPart = 3300;

/**
 * A digest in parts that each fit one Telegram message, split between stories. Of each story: its title, a
 * few sentences and quotes, its sources; of one told before only what is new. Without stories: one page that
 * says that nothing is new.
 */
export function digestPages(stories: FreshStory[], options: DigestOptions): Page[] {
  if (stories.length === 0) return [note(options.preview ? 'digest-preview-nothing' : 'digest-nothing')];
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

function headBlocks({ day, about, first, preview }: DigestOptions, part: number, parts: number): Block[] {
  const subject: Line =
    about.length === 0
      ? [{ messageKey: 'digest' }]
      : [{ messageKey: 'digest-about', args: { about: clip(about.join(', '), 120) } }];
  const number: Line = parts === 1 ? [] : [{ text: ` (${part}/${parts})` }];
  const blocks: Block[] = [{ kind: 'heading', line: [...dotted([subject, [{ day }]]), ...number] }];
  if (part > 1) return blocks;
  if (preview) blocks.push({ kind: 'text', line: [{ messageKey: 'digest-preview', style: 'italic' }] });
  if (first) blocks.push({ kind: 'text', line: [{ messageKey: 'digest-first', style: 'italic' }] });
  return blocks;
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

function furtherButtons(window: string | undefined, shown: number, more: number): Button[][] {
  if (window === undefined) return [];
  const rest: Button = {
    label: [{ messageKey: 'button-digest-more', args: { count: more } }],
    action: { kind: 'choose', data: `d.more.${window}.${shown}` },
  };
  const why: Button = {
    label: [{ messageKey: 'button-digest-why' }],
    action: { kind: 'choose', data: `d.why.${window}.0` },
  };
  return more > 0 ? [[rest], [why]] : [[why]];
}
