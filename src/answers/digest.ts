import type { ArticleRef, News, Quote } from '../library/types.ts';
import { clip } from './clip.ts';
import type { Block, Button, Line, Page } from './page.ts';
import { quoteBlock } from './quote.ts';
import { dotted, note } from './simple.ts';
import { newSources, type Sources } from './sources.ts';
import { storyButton } from './story.ts';

/** A story with what is new of it, as `library.news.stories` gives it. */
export type FreshStory = Awaited<ReturnType<News['stories']>>['items'][number];

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
  /** The articles that limit reproduction: no quote longer than 25 words is taken from them. */
  limited?: Set<string>;
};

/**
 * What is shown of a part at most, in characters (UTF-16 code units). Telegram's bound is 4096 code points;
 * the difference is for the words of the interface and the heading.
 */
const longestPart = 3300;
const longestStory = 3000;
/** A line of the list of sources at most. */
const longestSource = 260;
const mostSources = 6;

/**
 * A digest in parts that each fit one Telegram message, split between stories. Of each story: its title, one
 * or two sentences, up to two quotes, its sources. Without stories: one page that says that nothing is new.
 */
export function digestPages(stories: FreshStory[], options: DigestOptions): Page[] {
  if (stories.length === 0) return [note(options.preview ? 'digest-preview-nothing' : 'digest-nothing')];
  const parts = partsOf(stories, options.limited ?? new Set());
  return parts.map((part, i) => {
    const sources = newSources();
    const body = part.flatMap(story => storyBlocks(story, options.limited ?? new Set(), sources));
    const last = i === parts.length - 1;
    return {
      blocks: [
        ...headBlocks(options, i + 1, parts.length),
        ...body,
        ...(last ? restBlocks(options.total - stories.length) : []),
        ...sources.blocks(),
      ],
      buttons: buttonsOf(part, last && options.total > stories.length),
    };
  });
}

function partsOf(stories: FreshStory[], limited: Set<string>): FreshStory[][] {
  const parts: { length: number; stories: FreshStory[] }[] = [];
  for (const story of stories) {
    const sources = newSources();
    const blocks = storyBlocks(story, limited, sources);
    const length = weight([...blocks, ...sources.blocks()]);
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
      ? [{ say: 'digest' }]
      : [{ say: 'digest-about', args: { about: clip(about.join(', '), 120) } }];
  const number: Line = parts === 1 ? [] : [{ text: ` (${part}/${parts})` }];
  const blocks: Block[] = [{ kind: 'heading', line: [...dotted([subject, [{ day }]]), ...number] }];
  if (part > 1) return blocks;
  if (preview) blocks.push({ kind: 'text', line: [{ say: 'digest-preview', style: 'italic' }] });
  if (first) blocks.push({ kind: 'text', line: [{ say: 'digest-first', style: 'italic' }] });
  return blocks;
}

function storyBlocks(story: FreshStory, limited: Set<string>, sources: Sources): Block[] {
  const blocks: Block[] = [{ kind: 'heading', line: [{ text: clip(story.story.title, 250) }] }];
  const room = (text: string) =>
    longestStory - weight([...blocks, ...sources.blocks()]) - Math.min(text.length, 600);
  const add = (text: string, block: () => Block) => {
    if (room(text) > 2 * longestSource) blocks.push(block());
  };
  const summary = story.summary.slice(0, 2);
  for (const { text, article } of summary) {
    add(text, () => ({ kind: 'text', line: [{ text: clip(text, 400) }, ...sources.cite(article)] }));
  }
  const told = (quote: Quote) =>
    summary.some(
      each => each.article.id === quote.article.id && quote.start < each.end && each.start < quote.end,
    );
  const quotes = story.quotes.filter(quote => !told(quote) && quote.speaker !== null);
  for (const quote of quotes.slice(0, 2)) add(quote.text, () => quoteBlock(quote, sources, limited));
  // A story of one article needs no count where its lines cite it already.
  if (story.fresh.length > 1 || blocks.length === 1) {
    blocks.push(...tellerBlocks(story.fresh, sources, Math.floor(room('') / longestSource)));
  }
  return blocks;
}

/** By how many articles a story is told; `most` of them are cited. */
function tellerBlocks(fresh: ArticleRef[], sources: Sources, most: number): Block[] {
  if (fresh.length === 0) return [];
  const cited = fresh.slice(0, Math.max(1, Math.min(mostSources, most)));
  const more = fresh.length - cited.length;
  const rest: Line = more > 0 ? [{ text: ' ' }, { say: 'and-more', args: { count: more } }] : [];
  return [
    {
      kind: 'text',
      line: [{ say: 'told-by', args: { count: fresh.length } }, ...sources.cite(...cited), ...rest],
    },
  ];
}

function restBlocks(more: number): Block[] {
  return more > 0
    ? [{ kind: 'text', line: [{ say: 'digest-more', args: { count: more }, style: 'italic' }] }]
    : [];
}

function buttonsOf(stories: FreshStory[], more: boolean): Button[][] {
  const latest: Button = {
    label: [{ say: 'button-latest' }],
    does: { kind: 'ask', question: { kind: 'latest' } },
  };
  return [...stories.map(({ story }) => [storyButton(story)]), ...(more ? [[latest]] : [])];
}

/** About how many characters blocks take when shown: what is said by key counts as 60. */
function weight(blocks: Block[]): number {
  const line = (pieces: Line) =>
    pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 'say' in piece ? 60 : 12), 2);
  return blocks.reduce((sum, block) => {
    if (block.kind === 'quote') return sum + block.text.length + line(block.credit) + 12;
    if (block.kind === 'sources') {
      return block.sources.reduce(
        (all, { title, source }) =>
          all + Math.min(title?.length ?? 20, 160) + Math.min(source?.length ?? 0, 60) + 30,
        sum,
      );
    }
    return 'line' in block ? sum + line(block.line) : sum;
  }, 0);
}
