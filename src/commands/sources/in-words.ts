import { conditionOf } from '../../ingest/sources/condition.ts';
import type { FolderState } from '../../ingest/sources/folder-state.ts';
import { pollingState } from '../../ingest/sources/polling-state.ts';
import { noFigures, type Source, type SourceFigures } from '../../library/sources/types.ts';
import { loadMessages, type Messages } from '../../rendering/messages.ts';
import { addressWithoutSecrets } from '../../sources/fetch/address.ts';

/** How a source is doing, in words. */
function stateInWords(source: Source, messages: Messages = loadMessages()): string {
  const { messageKey, causeKey, since } = conditionOf(source);
  return messages.say(messageKey, {
    cause: causeKey === null ? '' : messages.say(causeKey),
    since: dayOf(since),
  });
}

/** A source as one JSON object: what scripts rely on. Addresses are without their secrets; moments are ISO 8601. */
export function sourceAsJson(source: Source, figures: SourceFigures = noFigures): Record<string, unknown> {
  const { lastSuccessAt, cause } = pollingState(source);
  return {
    id: source.id,
    kind: source.kind,
    name: source.name,
    url: addressWithoutSecrets(source.url),
    home: source.home === null ? null : addressWithoutSecrets(source.home),
    labels: source.labels,
    folders: source.folders,
    language: source.language,
    textFrom: source.textFrom,
    archive: source.archive,
    paused: source.paused,
    state: conditionOf(source).messageKey.replace('source-state-', ''),
    cause,
    lastSuccess: isoOf(lastSuccessAt),
    nextDue: isoOf(source.dueAt),
    articles: figures.articles,
    articlesInSevenDays: figures.recent,
  };
}

/** A source on one line of a list. */
export function sourceLine(source: Source, figures: SourceFigures = noFigures, messages?: Messages): string {
  const { lastSuccessAt } = conditionOf(source);
  const columns = [
    String(source.id).padStart(3),
    source.name,
    `${figures.recent} in 7 days`,
    `last success ${lastSuccessAt === null ? 'never' : minuteOf(lastSuccessAt)}`,
    stateInWords(source, messages),
  ];
  return columns.join('  ');
}

/** How the watched folder is doing, a line for each thing to say. */
export function folderLines(state: FolderState, messages: Messages = loadMessages()): string[] {
  const { last, refusals } = state;
  const columns = [
    '  –',
    `watched folder ${state.folder}`,
    `${state.loaded} in 7 days`,
    `last file ${last === null ? 'never' : `${last.name}, ${minuteOf(last.at)}`}`,
    state.problem === null
      ? messages.say('source-state-folder')
      : messages.say(`folder-${state.problem}`, { folder: state.folder }),
    ...(state.waiting > 0 ? [`${state.waiting} waiting`] : []),
    ...(state.refused > 0 ? [`${state.refused} refused in 7 days`] : []),
  ];
  return [columns.join('  '), ...refusals.map(({ name, reason }) => `       refused ${name}: ${reason}`)];
}

/** The watched folder as one JSON object. */
export function folderAsJson(state: FolderState): Record<string, unknown> {
  const { folder, problem, waiting, last, loaded, refused, refusals } = state;
  return {
    kind: 'folder',
    name: folder,
    state: problem ?? 'folder',
    waiting,
    lastFile: last && { name: last.name, at: isoOf(last.at) },
    filesInSevenDays: loaded,
    refusedInSevenDays: refused,
    refusals,
  };
}

/** All there is to say about one source. */
export function sourceDetails(source: Source, figures: SourceFigures = noFigures): string[] {
  const { lastSuccessAt } = conditionOf(source);
  const rows: [string, string | null][] = [
    ['name', source.name],
    ['kind', source.kind],
    ['address', addressWithoutSecrets(source.url)],
    ['page', source.home === null ? null : addressWithoutSecrets(source.home)],
    ['labels', source.labels.join(', ') || null],
    ['folders', source.folders.join(' / ') || null],
    ['language', source.language],
    ['text from', source.dueAt === null ? null : source.textFrom],
    ['archive', source.archive ? 'yes: never in a digest' : null],
    ['state', stateInWords(source)],
    ['last success', lastSuccessAt === null ? 'never' : minuteOf(lastSuccessAt)],
    ['next', source.dueAt === null || source.paused ? null : minuteOf(source.dueAt)],
    ['articles', `${figures.articles}, ${figures.recent} of them in 7 days`],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(12)}  ${value}`]));
}

function isoOf(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}

function minuteOf(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function dayOf(moment: number | null): string {
  return moment === null ? '' : new Date(moment).toISOString().slice(0, 10);
}
