import type { ArticleRef, FreshStory, Quote } from '../library/types.ts';
import { clip } from './clip.ts';
import type { Block, Button, Line, Page } from './page.ts';
import { quoteBlock } from './quote.ts';
import { dotted, note, rows } from './simple.ts';
import { newSources, type Sources } from './sources.ts';
import { storyButton } from './story.ts';

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
  length?: keyof typeof amounts;
  /** Names what was told, for the buttons that tell more of it; without it there are none. See `windowText`. */
  window?: string;
  /** The articles that limit reproduction: no quote longer than 25 words is taken from them. */
  limited?: Set<string>;
};

/** How many sentences and quotes are told of a story. */
const amounts = {
  headlines: { sentences: 0, quotes: 0 },
  short: { sentences: 2, quotes: 2 },
  full: { sentences: 6, quotes: 5 },
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
      ? [{ say: 'digest' }]
      : [{ say: 'digest-about', args: { about: clip(about.join(', '), 120) } }];
  const number: Line = parts === 1 ? [] : [{ text: ` (${part}/${parts})` }];
  const blocks: Block[] = [{ kind: 'heading', line: [...dotted([subject, [{ day }]]), ...number] }];
  if (part > 1) return blocks;
  if (preview) blocks.push({ kind: 'text', line: [{ say: 'digest-preview', style: 'italic' }] });
  if (first) blocks.push({ kind: 'text', line: [{ say: 'digest-first', style: 'italic' }] });
  return blocks;
}

/** The stories of a part with their sources. Headlines are their own list of sources. */
function partBlocks(part: FreshStory[], options: DigestOptions): Block[] {
  if (options.length === 'headlines') return [headlinesBlock(part)];
  const sources = newSources();
  return [...part.flatMap(story => storyBlocks(story, options, sources)), ...sources.blocks()];
}

/** Each story by its newest article, with how many tell it. */
export function headlinesBlock(stories: FreshStory[]): Block {
  return {
    kind: 'articles',
    items: stories.map(({ fresh, update, sources }) => ({
      article: fresh.at(-1)!,
      line: dotted([
        update ? [{ say: 'digest-update', style: 'italic' }] : [],
        sources > 1 ? [{ say: 'told-by-sources', args: { count: sources } }] : [],
      ]),
    })),
  };
}

function storyBlocks(story: FreshStory, options: DigestOptions, sources: Sources): Block[] {
  const most = amounts[options.length ?? 'short'];
  const limited = options.limited ?? new Set<string>();
  const update: Line = story.update ? [{ say: 'digest-update' }, { text: ' ' }] : [];
  const blocks: Block[] = [{ kind: 'heading', line: [...update, { text: clip(story.story.title, 250) }] }];
  const room = (text: string) =>
    longestStory - weight([...blocks, ...sources.blocks()]) - Math.min(text.length, 600);
  const add = (text: string, block: () => Block) => {
    if (room(text) > 2 * longestSource) blocks.push(block());
  };
  const summary = story.summary.slice(0, most.sentences);
  for (const { text, article } of summary) {
    add(text, () => ({ kind: 'text', line: [{ text: clip(text, 400) }, ...sources.cite(article)] }));
  }
  const told = (quote: Quote) =>
    summary.some(
      each => each.article.id === quote.article.id && quote.start < each.end && each.start < quote.end,
    );
  const quotes = story.quotes.filter(quote => !told(quote) && quote.speaker !== null);
  for (const quote of quotes.slice(0, most.quotes))
    add(quote.text, () => quoteBlock(quote, sources, limited));
  // A story of one article needs no count where its lines cite it already.
  if (story.fresh.length > 1 || blocks.length === 1) {
    blocks.push(...tellerBlocks(story, sources, Math.floor(room('') / longestSource)));
  }
  return blocks;
}

/** By how many outlets a story is told, or articles of one; `most` of them are cited, each outlet once. */
function tellerBlocks({ fresh, sources: outlets }: FreshStory, sources: Sources, most: number): Block[] {
  if (fresh.length === 0) return [];
  const tellers = outlets > 1 ? oneOfEach(fresh) : fresh;
  const cited = tellers.slice(0, Math.max(1, Math.min(mostSources, most)));
  const more = tellers.length - cited.length;
  const rest: Line = more > 0 ? [{ text: ' ' }, { say: 'and-more', args: { count: more } }] : [];
  const say = outlets > 1 ? 'told-by-sources' : 'told-by';
  return [
    {
      kind: 'text',
      line: [{ say, args: { count: tellers.length } }, ...sources.cite(...cited), ...rest],
    },
  ];
}

function oneOfEach(articles: ArticleRef[]): ArticleRef[] {
  return [
    ...new Map(articles.toReversed().map(article => [article.source ?? article.id, article])).values(),
  ].reverse();
}

function moreBlock(more: number): Block {
  return { kind: 'text', line: [{ say: 'digest-more', args: { count: more }, style: 'italic' }] };
}

function storyButtons(stories: FreshStory[], { length }: DigestOptions): Button[][] {
  const buttons = stories.map(({ story }) => storyButton(story));
  if (length !== 'headlines') return buttons.map(button => [button]);
  return rows(
    buttons.map(({ does }, i) => ({ label: [{ source: i + 1 }], does })),
    5,
  );
}

function furtherButtons(window: string | undefined, shown: number, more: number): Button[][] {
  if (window === undefined) return [];
  const rest: Button = {
    label: [{ say: 'button-digest-more', args: { count: more } }],
    does: { kind: 'choose', data: `d.more.${window}.${shown}` },
  };
  const why: Button = {
    label: [{ say: 'button-digest-why' }],
    does: { kind: 'choose', data: `d.why.${window}.0` },
  };
  return more > 0 ? [[rest], [why]] : [[why]];
}

/** About how many characters blocks take when shown: what is said by key counts as 60. */
function weight(blocks: Block[]): number {
  const line = (pieces: Line) =>
    pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 'say' in piece ? 60 : 12), 2);
  const source = ({ title, source }: ArticleRef) =>
    Math.min(title?.length ?? 20, 160) + Math.min(source?.length ?? 0, 60) + 30;
  return blocks.reduce((sum, block) => {
    if (block.kind === 'quote') return sum + block.text.length + line(block.credit) + 12;
    if (block.kind === 'sources') return block.sources.reduce((all, each) => all + source(each), sum);
    if (block.kind === 'articles')
      return block.items.reduce((all, each) => all + source(each.article) + line(each.line ?? []), sum);
    return 'line' in block ? sum + line(block.line) : sum;
  }, 0);
}
