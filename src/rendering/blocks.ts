import { publishedDay } from '../answers/page/builders.ts';
import { clip } from '../answers/page/clip.ts';
import type { Block, Line, Page } from '../answers/page/page.ts';
import type { ArticleRef } from '../library/model/types.ts';
import { codePoints, webAddress } from './display.ts';
import { richLine, type Setting } from './pieces.ts';
import { type FormattedText, joined, plain, withEntity } from './rich.ts';

/** A part of a page that is not split if it can be helped: the gap before it, whether it must stay with the next
 * part (`keep`), and whether a blank line separates it from a heading (`apart`). */
export type Unit = { rich: FormattedText; gap: '\n' | '\n\n'; keep: boolean; apart: boolean };

const longestTitle = 160;
const longestOutlet = 60;
/** From how many characters on a quote is folded until it is tapped. */
const longQuote = 400;

/** The parts of a page in order, those without any text left out. */
export function units(page: Page, messages: Setting['messages'], addressOf?: Setting['addressOf']): Unit[] {
  const setting: Setting = { messages, addresses: addressesOf(page), addressOf };
  const all = page.blocks.flatMap(block => unitsOf(block, setting)).filter(each => each.rich.text !== '');
  return all.map((each, i) => (all[i - 1]?.keep && !each.apart ? { ...each, gap: '\n' } : each));
}

function unitsOf(block: Block, setting: Setting): Unit[] {
  switch (block.kind) {
    case 'heading':
      return [
        unit(withEntity(richLine(block.line, setting), { type: 'bold' }), '\n\n', {
          keep: true,
          apart: true,
        }),
      ];
    case 'text':
      return [unit(richLine(block.line, setting))];
    case 'list':
      return block.items.map((item, i) =>
        unit(prefixed('• ', richLine(item, setting)), i === 0 ? '\n\n' : '\n'),
      );
    case 'quote':
      return [unit(quote(block, setting))];
    case 'timeline':
      return block.entries.map(({ day, approximate, line }, i) => {
        const text = prefixed('• ', richLine(line, setting));
        const before = block.entries[i - 1];
        if (text.text === '' || (before?.day === day && !before.approximate === !approximate))
          return unit(text, '\n');
        const shown = approximate ? [{ text: '≈ ' }, { day }] : [{ day }];
        const label = withEntity(richLine(shown, setting), { type: 'bold' });
        return unit(lined([label, text]), '\n\n', { apart: true });
      });
    case 'sources':
      if (block.sources.length === 0) return [];
      return [
        unit(richLine([{ messageKey: 'sources', style: 'bold' }], setting), '\n\n', {
          keep: true,
          apart: true,
        }),
        ...block.sources.map((source, i) =>
          unit(richLine([...sourceLine(source, i + 1), ...newMark(source, block)], setting), '\n'),
        ),
      ];
    case 'articles':
      return block.items.map(({ article, line, others = [] }, i) => {
        const isNew = [article.id, ...others].some(id => block.fresh?.includes(id));
        const title = [...articleTitle(article, i + 1), ...(isNew ? freshMark : [])];
        const lines = [title, origin(article), line ?? []].map(each => richLine(each, setting));
        return unit(lined(lines), '\n\n', { apart: true });
      });
  }
}

function unit(
  rich: FormattedText,
  gap: Unit['gap'] = '\n\n',
  more: { keep?: boolean; apart?: boolean } = {},
): Unit {
  return { rich, gap, keep: more.keep ?? false, apart: more.apart ?? false };
}

function prefixed(prefix: string, rich: FormattedText): FormattedText {
  return rich.text === '' ? rich : joined([plain(prefix), rich]);
}

function lined(lines: FormattedText[]): FormattedText {
  const filled = lines.filter(line => line.text !== '');
  return joined(filled.flatMap((line, i) => (i === 0 ? [line] : [plain('\n'), line])));
}

function quote(block: Extract<Block, { kind: 'quote' }>, setting: Setting): FormattedText {
  const words = richLine([{ text: block.text, inert: true }], setting);
  if (words.text === '') return words;
  const [start, end] = (['quote-start', 'quote-end'] as const).map(key => setting.messages.say(key));
  const inMarks = joined([
    plain(block.partial ? `${start}… ` : start!),
    words,
    plain(block.partial ? ` …${end}` : end!),
  ]);
  const type = codePoints(inMarks.text) > longQuote ? 'expandable_blockquote' : 'blockquote';
  return lined([withEntity(inMarks, { type }), prefixed('— ', richLine(block.credit, setting))]);
}

function sourceLine(source: ArticleRef, number: number): Line {
  const title: Line =
    source.title === null ? [{ messageKey: 'untitled', style: 'italic' }] : [titlePiece(source)];
  return [{ source: number }, { text: ' ' }, ...outlet(source), ...title, ...daySuffix(source)];
}

function newMark(article: ArticleRef, { fresh }: { fresh?: string[] }): Line {
  return fresh?.includes(article.id) ? freshMark : [];
}

const freshMark: Line = [{ text: ' · ' }, { messageKey: 'new-mark', style: 'bold' }];

function articleTitle(article: ArticleRef, number: number): Line {
  const title: Line[number] =
    article.title === null
      ? { messageKey: 'untitled', style: 'bold' }
      : { ...titlePiece(article), style: 'bold' };
  return [{ source: number }, { text: ' ' }, title];
}

function origin(article: ArticleRef): Line {
  const named: Line =
    article.source === null ? [] : [{ text: clip(article.source, longestOutlet), style: 'italic' }];
  if (article.published === null) return named;
  return named.length === 0 ? publishedDay(article, 'italic') : [...named, ...daySuffix(article)];
}

function outlet(article: ArticleRef): Line {
  return article.source === null ? [] : [{ text: clip(article.source, longestOutlet) }, { text: ', ' }];
}

function daySuffix(article: ArticleRef): Line {
  return article.published === null ? [] : [{ text: ', ' }, ...publishedDay(article)];
}

function titlePiece(article: ArticleRef): { text: string; link?: string } {
  const text = clip(article.title ?? '', longestTitle);
  return article.url === null ? { text } : { text, link: article.url };
}

function addressesOf(page: Page): (string | null)[] {
  const listed = page.blocks.flatMap(block => {
    if (block.kind === 'sources') return block.sources;
    return block.kind === 'articles' ? block.items.map(item => item.article) : [];
  });
  return listed.map(article => (article.url === null ? null : webAddress(article.url)));
}
