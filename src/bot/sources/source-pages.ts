import { DateTime } from 'luxon';
import { dotted, rows } from '../../answers/page/builders.ts';
import type { Block, Button, Line, Page, Piece } from '../../answers/page/page.ts';
import { conditionOf } from '../../ingest/sources/condition.ts';
import type { FolderState } from '../../ingest/sources/folder-state.ts';
import type { Pack } from '../../ingest/sources/packs.ts';
import { countryIn } from '../../languages/countries.ts';
import { noFigures, type Source, type SourceFigures } from '../../library/sources/types.ts';
import { dayText, shortMomentText } from '../../rendering/days.ts';
import type { Messages } from '../../rendering/messages.ts';
import { addressWithoutSecrets } from '../../sources/fetch/address.ts';
import { cut } from './cut.ts';
import { offerData } from './offer.ts';
import type { OfferPage } from './offer-pages.ts';
import { refusalInWords } from './refusal-words.ts';

const perPage = 8;
const mostOutlets = 40;
const longestButton = 24;

/** How moments and causes are put into words. */
export type Wording = { messages: Messages; zone: string };

const key = (messageKey: string, args: Record<string, string | number> = {}): Piece => ({ messageKey, args });
const button = (label: Piece, data: string): Button => ({ label: [label], action: { kind: 'choose', data } });

/** All sources with how they are doing, those that need a look first; a button leads to each. */
export function sourcesPage(
  sources: Source[],
  figures: Map<number, SourceFigures>,
  page: number,
  wording: Wording,
  folder: FolderState | null = null,
): Page {
  if (sources.length === 0 && folder === null)
    return { blocks: [{ kind: 'text', line: [key('sources-none')] }], buttons: [] };
  const rank = { ill: 0, waiting: 1, well: 2 };
  const sorted = sources.toSorted((a, b) => rank[conditionOf(a).level] - rank[conditionOf(b).level]);
  const pages = Math.max(1, Math.ceil(sorted.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const shown = sorted.slice((at - 1) * perPage, at * perPage);
  const blocks: Block[] = [
    sources.length === 0
      ? { kind: 'text', line: [key('sources-none')] }
      : { kind: 'heading', line: [key('sources-title', { count: sources.length })] },
    ...shown.map(
      (source): Block => ({
        kind: 'text',
        line: summaryOf(source, figures.get(source.id) ?? noFigures, wording),
      }),
    ),
    ...(folder === null || at < pages ? [] : folderBlocks(folder, wording)),
  ];
  const buttons = rows(
    shown.map(({ id, name }) => button({ text: cut(name, longestButton) }, `o.open.${id}`)),
    2,
  );
  const pager = [
    ...(at > 1 ? [button(key('sources-previous'), `o.list.${at - 1}`)] : []),
    ...(at < pages ? [button(key('sources-next'), `o.list.${at + 1}`)] : []),
  ];
  return { blocks, buttons: pager.length > 0 ? [...buttons, pager] : buttons };
}

/** How the watched folder is doing. */
function folderBlocks(state: FolderState, wording: Wording): Block[] {
  const { folder, problem, loaded, waiting, last, refused, refusals } = state;
  const parts: Line[] = [
    [
      { text: problem === null || problem === 'new' ? '' : '⚠ ' },
      { ...key('folder-title', { folder }), style: 'bold' },
    ],
    [key('folder-files', { count: loaded })],
    ...(waiting > 0 ? [[key('folder-waiting', { count: waiting })]] : []),
    [problem === null ? key('source-state-folder') : key(`folder-${problem}`)],
    [
      last === null
        ? key('folder-none')
        : key('folder-last', { name: last.name, moment: momentOf(last.at, wording) }),
    ],
  ];
  const line = dotted(parts).filter(piece => !('text' in piece) || piece.text !== '');
  const blocks: Block[] = [{ kind: 'text', line }];
  if (refused > 0)
    blocks.push(
      { kind: 'text', line: [key('folder-refused', { count: refused })] },
      {
        kind: 'list',
        items: refusals.map(each => [{ text: `${each.where}: ${refusalInWords(each, wording.messages)}` }]),
      },
    );
  return blocks;
}

/** The packs of one group, and the way to the other: offered while there is no source yet. */
export function packsPage(packs: readonly Pack[], group: Pack['group'], locale: string): OfferPage {
  const stored: string[] = [];
  const other = group === 'countries' ? 'topics' : 'countries';
  const buttons = packs
    .filter(pack => pack.group === group)
    .map(({ name }) => {
      const { data, stored: text } = offerData({ does: 'add-pack', name });
      stored.push(text);
      return button({ text: countryIn(locale, name) }, data);
    });
  const blocks: Block[] = [
    { kind: 'text', line: [key('sources-none')] },
    { kind: 'text', line: [key(`packs-${group}`)] },
  ];
  const turn = button(key(`packs-to-${other}`), `o.packs.${other === 'countries' ? 1 : 2}`);
  return { page: { blocks, buttons: [...rows(buttons, 2), [turn]] }, stored };
}

/** One source with its buttons. */
export function sourcePage(source: Source, given: SourceFigures | undefined, wording: Wording): Page {
  const figures = given ?? noFigures;
  const { id, paused, dueAt, labels, folders, textFrom, archive } = source;
  const line = (name: string, args: Record<string, string | number>): Line => [key(`source-${name}`, args)];
  const items: Line[] = [
    [stateOf(source, wording)],
    line('articles', { count: figures.articles, recent: figures.recent }),
    ...(source.kind === 'channel' ? [] : [line('address', { address: addressWithoutSecrets(source.url) })]),
    ...(folders.length > 0 ? [line('folder', { folder: folders.join(' › ') })] : []),
    ...(labels.length > 0 ? [line('labels', { labels: labels.join(', ') })] : []),
    ...(source.language === null ? [] : [line('language', { language: source.language })]),
    ...(dueAt === null || textFrom === 'auto' ? [] : [line(`text-${textFrom}`, {})]),
    ...(archive ? [line('archive', {})] : []),
    ...(dueAt === null || paused ? [] : [line('next', { moment: momentOf(dueAt, wording) })]),
  ];
  const buttons: Button[][] = [
    [
      button(key(paused ? 'source-resume' : 'source-pause'), `o.${paused ? 'resume' : 'pause'}.${id}`),
      ...(dueAt === null ? [] : [button(key('source-check'), `o.check.${id}`)]),
    ],
    [button(key('source-rename'), `o.rename.${id}`), button(key('source-set-labels'), `o.labels.${id}`)],
    [
      button(key('source-set-language'), `o.language.${id}`),
      ...(source.kind === 'feed' ? [button(key('source-set-text'), `o.text.${id}`)] : []),
    ],
    [
      button(
        key(archive ? 'source-set-live' : 'source-set-archive'),
        `o.${archive ? 'live' : 'archive'}.${id}`,
      ),
      button(key('source-remove'), `o.ask.${id}`),
    ],
    [button(key('source-back'), 'o.list.1')],
  ];
  return {
    blocks: [
      { kind: 'heading', line: [{ text: source.name }] },
      { kind: 'list', items },
    ],
    buttons,
  };
}

/** Which removal is meant. */
export function removalPage({ id, name }: Source, articles: number): Page {
  return {
    blocks: [{ kind: 'text', line: [key('source-remove-which', { name, count: articles })] }],
    buttons: [
      [button(key('source-remove-keep'), `o.remove.${id}`)],
      [button(key('source-remove-all', { count: articles }), `o.removeAll.${id}`)],
      [button(key('source-back'), `o.open.${id}`)],
    ],
  };
}

/** What was removed, and the way back. */
export function removedPage({ id, name }: Source, withArticles: boolean): Page {
  const line = [key(withArticles ? 'source-removed-all' : 'source-removed', { name })];
  return {
    blocks: [{ kind: 'text', line }],
    buttons: [[button(key('source-undo'), `o.undo.${id}`)]],
  };
}

/** What others see: whose articles there are. */
export function outletsPage(outlets: { source: string; articles: number }[]): Page {
  if (outlets.length === 0) return { blocks: [{ kind: 'text', line: [key('outlets-none')] }], buttons: [] };
  const shown = outlets.slice(0, mostOutlets);
  const more = outlets.length - shown.length;
  const blocks: Block[] = [
    { kind: 'heading', line: [key('outlets-title')] },
    {
      kind: 'list',
      items: shown.map(({ source, articles }) => [
        { text: source },
        { text: ' · ' },
        key('outlets-articles', { count: articles }),
      ]),
    },
  ];
  if (more > 0) blocks.push({ kind: 'text', line: [key('outlets-more', { count: more })] });
  return { blocks, buttons: [] };
}

function summaryOf(source: Source, { recent }: SourceFigures, wording: Wording): Line {
  const { lastSuccessAt, level } = conditionOf(source);
  const line: Line = [
    { text: level === 'ill' ? '⚠ ' : source.paused ? '⏸ ' : '' },
    { text: source.name, style: 'bold' },
    { text: ' · ' },
    key('sources-recent', { count: recent }),
    { text: ' · ' },
    stateOf(source, wording),
  ];
  if (lastSuccessAt !== null && source.dueAt !== null)
    line.push({ text: ' · ' }, key('sources-last', { moment: momentOf(lastSuccessAt, wording) }));
  return line.filter(piece => !('text' in piece) || piece.text !== '');
}

function stateOf(source: Source, wording: Wording): Piece {
  const { messageKey, causeKey, since } = conditionOf(source);
  return key(messageKey, {
    cause: causeKey === null ? '' : wording.messages.say(causeKey),
    since: since === null ? '' : dayOf(since, wording),
  });
}

function momentOf(moment: number, { messages, zone }: Wording): string {
  return shortMomentText(moment, zone, messages.locale);
}

function dayOf(moment: number, { messages, zone }: Wording): string {
  return dayText(DateTime.fromMillis(moment, { zone }).toISODate() ?? '', messages.locale);
}
