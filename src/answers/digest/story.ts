import type { DigestLength } from '../../deliveries/subscriptions/types.ts';
import type { ArticleRef, Evidence, FreshStory, Quote } from '../../library/model/types.ts';
import { dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Block, Line } from '../page/page.ts';
import type { Sources } from '../page/sources.ts';
import { quoteBlock } from '../quoted/quote.ts';

/** How many sentences and quotes of a story are shown. */
const amounts = {
  headlines: { sentences: 0, quotes: 0 },
  short: { sentences: 2, quotes: 2 },
  full: { sentences: 6, quotes: 5 },
};

/** So much of a story is shown at most, in characters (UTF-16 code units). */
const longestStory = 3000;
/** A line of the list of sources at most. */
const longestSource = 260;
const mostSources = 6;

/** Each story by its newest article, with how many tell it. */
export function headlinesBlock(stories: FreshStory[]): Block {
  return {
    kind: 'articles',
    items: stories.map(({ fresh, update, sources }) => ({
      article: fresh.at(-1)!,
      line: dotted([
        update ? [{ messageKey: 'digest-update', style: 'italic' }] : [],
        sources > 1 ? [{ messageKey: 'reported-by', args: { count: sources } }] : [],
      ]),
    })),
  };
}

/** A story in a long digest: its title, sentences, quotes and sources. */
export function storyBlocks(
  story: FreshStory,
  options: { length?: DigestLength; limited?: Set<string> },
  sources: Sources,
): Block[] {
  const most = amounts[options.length ?? 'short'];
  const limited = options.limited ?? new Set<string>();
  const update: Line = story.update ? [{ messageKey: 'digest-update' }, { text: ' ' }] : [];
  const blocks: Block[] = [{ kind: 'heading', line: [...update, { text: clip(story.story.title, 250) }] }];
  const room = (text: string) =>
    longestStory - weight([...blocks, ...sources.blocks()]) - Math.min(text.length, 600);
  const add = (text: string, block: () => Block) => {
    if (room(text) > 2 * longestSource) blocks.push(block());
  };
  const summary = inOrder(story).slice(0, most.sentences);
  for (const { text, article } of summary) {
    add(text, () => ({
      kind: 'text',
      line: [{ text: clip(text, 400), inert: true }, ...sources.cite(article)],
    }));
  }
  const isInSummary = (quote: Quote) =>
    summary.some(
      each => each.article.id === quote.article.id && quote.start < each.end && each.start < quote.end,
    );
  const quotes = story.quotes.filter(quote => !isInSummary(quote) && quote.speaker !== null);
  for (const quote of quotes.slice(0, most.quotes))
    add(quote.text, () => quoteBlock(quote, { sources, limited }));
  // A story of one article needs no count where its lines cite it already.
  if (story.fresh.length > 1 || blocks.length === 1) {
    blocks.push(...tellerBlocks(story, sources, Math.floor(room('') / longestSource)));
  }
  return blocks;
}

/** The sentences of the article that the headline's sentence is from, then those of the others, the newest first. */
function inOrder({ summary, lead }: FreshStory): Evidence[] {
  const byArticle = [...Map.groupBy(summary, ({ article }) => article.id)];
  const [own, others] = [
    byArticle.filter(([id]) => id === lead?.article.id),
    byArticle.filter(([id]) => id !== lead?.article.id),
  ];
  return [...own, ...others.reverse()].flatMap(([, sentences]) => sentences);
}

/** How many outlets report a story, or articles of one outlet; at most `most` of them are cited, each outlet once. */
function tellerBlocks({ fresh, sources: outlets }: FreshStory, sources: Sources, most: number): Block[] {
  if (fresh.length === 0) return [];
  const tellers = outlets > 1 ? oneOfEach(fresh) : fresh;
  const cited = tellers.slice(0, Math.max(1, Math.min(mostSources, most)));
  const more = tellers.length - cited.length;
  const rest: Line = more > 0 ? [{ text: ' ' }, { messageKey: 'and-more', args: { count: more } }] : [];
  const messageKey = outlets > 1 ? 'reported-by' : 'reported-in';
  return [
    {
      kind: 'text',
      line: [{ messageKey, args: { count: tellers.length } }, ...sources.cite(...cited), ...rest],
    },
  ];
}

function oneOfEach(articles: ArticleRef[]): ArticleRef[] {
  return [
    ...new Map(articles.toReversed().map(article => [article.source ?? article.id, article])).values(),
  ].reverse();
}

/** About how many characters blocks take when shown: what is said by key counts as 60. */
export function weight(blocks: Block[]): number {
  const line = (pieces: Line) =>
    pieces.reduce(
      (sum, piece) => sum + ('text' in piece ? piece.text.length : 'messageKey' in piece ? 60 : 12),
      2,
    );
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
