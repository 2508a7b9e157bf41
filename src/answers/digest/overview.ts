import type { FreshStory } from '../../library/model/types.ts';
import { dotted, rows } from '../page/builders.ts';
import { clip, clipSaying } from '../page/clip.ts';
import type { Block, Button, Line, Page, Piece } from '../page/page.ts';
import { newSources } from '../page/sources.ts';
import { storyButton } from '../parts/subject-buttons.ts';
import { isWithinQuoteLimit, quoteBlock } from '../quoted/quote.ts';
import { type DigestOptions, furtherButtons, headBlocks } from './frame.ts';
import { weight } from './story.ts';
import { type Overview, overviewText } from './window.ts';

/** A short digest has at most this many stories. */
const maxStories = 10;
const maxOutlets = 3;
const maxOutlet = 40;
const maxTitle = 140;
/** Sentences are cut to the first of these lengths with which everything fits (UTF-16 code units). */
const sentenceLengths = [220, 180, 140, 100, 70, 0];
/** The room in one message, in the same units; the rest of its 4096 code points is for the words of the interface. */
const room = 3700;

/**
 * A digest in one message: of each story a headline, one sentence (or what a person asked for said), the outlets and
 * the day. A button for each story opens its quotes, who agrees and its sources in place.
 */
export function overviewPage(stories: FreshStory[], options: DigestOptions): Page {
  const shown = stories.slice(0, maxStories);
  const more = options.total - shown.length;
  const articles = options.articles ?? stories.reduce((sum, { fresh }) => sum + fresh.length, 0);
  const count: Block = {
    kind: 'text',
    line:
      more > 0
        ? [{ messageKey: 'digest-count-of', args: { shown: shown.length, total: options.total } }]
        : [
            { messageKey: 'digest-stories', args: { count: shown.length } },
            { text: ' ' },
            { messageKey: 'digest-from-articles', args: { count: articles } },
          ],
  };
  const blocksWith = (longest: number): Block[] =>
    shown.map((story, i) => ({ kind: 'text', line: storyLine(story, i + 1, longest, options) }));
  const length = sentenceLengths.find(longest => weight(blocksWith(longest)) <= room) ?? 0;
  return {
    blocks: [...headBlocks(options, 1, 1), count, ...blocksWith(length)],
    buttons: [...moreButtons(shown, options), ...furtherButtons(options.window, shown.length, more)],
    unlisted: shown.flatMap(articlesBehind),
  };
}

/** The articles that a line of a story is taken from: its new ones, and those of its sentence and its quotes. */
function articlesBehind({ fresh, lead, quotes }: FreshStory): string[] {
  const all = [...fresh, ...(lead === null ? [] : [lead.article]), ...quotes.map(({ article }) => article)];
  return [...new Set(all.map(({ id }) => id))];
}

/** The headline in bold, then what happened and who reports it. */
function storyLine(story: FreshStory, number: number, longest: number, options: DigestOptions): Line {
  const title = clip(story.story.title, maxTitle);
  const link = story.fresh.find(article => article.title === story.story.title)?.url ?? null;
  const headline: Piece = { text: title, style: 'bold', ...(link !== null && { link }) };
  return [
    { text: `${number}. `, style: 'bold' },
    ...(story.update ? [{ messageKey: 'digest-update', style: 'bold' } as const, { text: ' ' }] : []),
    headline,
    ...sentenceOf(story, longest, options),
    { lineBreak: true },
    ...originOf(story),
  ];
}

/** What a person that was asked for said, else the sentence that says best what is new; nothing if there is no room. */
function sentenceOf({ quotes, met, lead, story }: FreshStory, longest: number, options: DigestOptions): Line {
  if (longest === 0) return [];
  const said = quotes.find(
    ({ speaker, article, text }) =>
      met.people.includes(speaker?.person?.id ?? '') &&
      (!options.limited?.has(article.id) || isWithinQuoteLimit({ text })),
  );
  if (said)
    return [
      { lineBreak: true },
      { text: `${said.speaker!.person!.name}: ` },
      { messageKey: 'quote-start' },
      { text: clip(said.text, longest).replace(/,$/, ''), inert: true },
      { messageKey: 'quote-end' },
    ];
  if (lead === null || lead.text === story.title) return [];
  return [{ lineBreak: true }, { text: clipSaying(lead.text, longest), inert: true }];
}

function originOf({ fresh, story }: FreshStory): Line {
  const outlets = [...new Set(fresh.flatMap(({ source }) => source ?? []))];
  const shown = outlets
    .slice(0, maxOutlets)
    .map(outlet => clip(outlet, maxOutlet))
    .join(', ');
  const day = fresh
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  const line = dotted([
    shown === '' ? [] : [{ text: shown, style: 'italic' }],
    outlets.length > maxOutlets
      ? [{ messageKey: 'and-more', args: { count: outlets.length - maxOutlets } }]
      : [],
    fresh.length > 1 ? [{ messageKey: 'articles', args: { count: fresh.length } }] : [],
    day === undefined ? [] : [{ day, style: 'italic' }],
  ]);
  return line.length > 0 ? line : [{ messageKey: 'articles', args: { count: story.articles.length } }];
}

function moreButtons(shown: FreshStory[], options: DigestOptions): Button[][] {
  const { window, day, first } = options;
  if (window === undefined) return shown.map(({ story }) => [storyButton(story)]);
  const overview: Overview = { window, stories: shown.length, day, first };
  return rows(
    shown.map(
      (_, i): Button => ({
        label: [{ messageKey: 'button-digest-open', args: { number: i + 1 } }],
        action: { kind: 'choose', data: `d.open.${overviewText(overview, i)}` },
      }),
    ),
    4,
  );
}

/** How much is shown of an opened story. */
const detail = { sentences: 4, quotes: 3, sources: 8 };

/** A story of an overview, opened in its place: sentences, quotes and sources, with the way back. */
export function openedPage(
  { story, summary, lead, quotes, fresh, sources: outlets, update }: FreshStory,
  overview: Overview,
  limited: Set<string>,
): Page {
  const sources = newSources();
  const sentences = [lead, ...summary].filter(sentence => sentence !== null);
  const distinct = [...new Map(sentences.map(each => [each.text, each])).values()].slice(0, detail.sentences);
  const spoken = quotes.filter(({ speaker }) => speaker !== null).slice(0, detail.quotes);
  const blocks: Block[] = [
    {
      kind: 'heading',
      line: [
        ...(update ? [{ messageKey: 'digest-update' }, { text: ' ' }] : []),
        { text: clip(story.title, maxTitle) },
      ],
    },
    {
      kind: 'list',
      items: distinct.map(
        ({ text, article }): Line => [{ text: clip(text, 320), inert: true }, ...sources.cite(article)],
      ),
    },
    ...spoken.map(quote => quoteBlock(quote, { sources, limited })),
  ];
  const cited = fresh.slice(-detail.sources);
  blocks.push({
    kind: 'text',
    line: [
      {
        messageKey: outlets > 1 ? 'reported-by' : 'reported-in',
        args: { count: outlets > 1 ? outlets : fresh.length },
      },
      ...sources.cite(...cited),
      ...(fresh.length > cited.length
        ? ([{ text: ' ' }, { messageKey: 'and-more', args: { count: fresh.length - cited.length } }] as const)
        : []),
    ],
  });
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons: [
      [storyButton(story)],
      [
        {
          label: [{ messageKey: 'button-not-for-me' }],
          action: { kind: 'choose', data: `m.ask.${story.id}` },
        },
        {
          label: [{ messageKey: 'button-digest-close' }],
          action: { kind: 'choose', data: `d.close.${overviewText(overview, 0)}` },
        },
      ],
    ],
  };
}
