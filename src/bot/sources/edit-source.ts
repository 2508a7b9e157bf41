import { note } from '../../answers/page/builders.ts';
import type { Button, Page } from '../../answers/page/page.ts';
import { queryKey, type StoredQueries } from '../../deliveries/stored-queries.ts';
import { labelsIn, languageIn, nameIn } from '../../ingest/sources/source-changes.ts';
import type { Source, SourceChanges } from '../../library/sources/types.ts';

/** What is typed as a reply to the bot's question for it. */
const typedFields = ['name', 'labels', 'language'] as const;
export type TypedField = (typeof typedFields)[number];

/** The buttons that ask for what is typed, and what they ask for. */
export const askingButtons: Record<string, TypedField> = {
  rename: 'name',
  labels: 'labels',
  language: 'language',
};

/** What the buttons that change something at once set. */
export const settingButtons: Record<string, SourceChanges> = {
  pause: { paused: true },
  resume: { paused: false },
  archive: { archive: true },
  live: { archive: false },
  textAuto: { textFrom: 'auto' },
  textFeed: { textFrom: 'feed' },
  textPage: { textFrom: 'page' },
};

type Asked = { chat: number; message: number; source: number };

const markOf = (field: TypedField, { chat, message, source }: Asked) =>
  `source ${field} ${chat} ${message} ${source}`;

/** The source that a question of the bot, in any of its languages, names by its number; null for other messages. */
export function sourceAskedAbout(question: string): number | null {
  const [, id] = /(?:#|№|\bNr\.)\s?(\d{1,9})\b/u.exec(question) ?? [];
  return id === undefined ? null : Number(id);
}

/** Notes what a message of the bot asked for. */
export async function keepAsked(field: TypedField, asked: Asked, stored: StoredQueries): Promise<void> {
  await stored.keep([markOf(field, asked)]);
}

/** What a message of the bot asked for; null if it is not known any more. */
export async function askedField(asked: Asked, stored: StoredQueries): Promise<TypedField | null> {
  for (const field of typedFields)
    if ((await stored.get(queryKey(markOf(field, asked)))) !== null) return field;
  return null;
}

/** The question for what is to be typed. */
export function askingPage(field: TypedField, { id, name, labels, language }: Source): Page {
  const now = field === 'labels' ? labels.join(', ') : field === 'language' ? (language ?? '') : '';
  return note(`source-${field}-how`, { id: String(id), name, now: now || '–' });
}

/** What a typed answer changes, or the message that says why it can't be taken. */
export function changesIn(field: TypedField, text: string): SourceChanges | { problem: string } {
  if (field === 'labels') return { labels: labelsIn(text) };
  if (field === 'language') {
    const found = languageIn(text);
    return found === 'not-a-language' ? { problem: 'source-language-unknown' } : found;
  }
  const name = nameIn(text);
  return name === null ? { problem: 'source-gone' } : { name, renamed: true };
}

/** Where the text of a feed's articles is taken from, to be chosen. */
export function textPage({ id, name, textFrom }: Source): Page {
  const choices: Button[][] = (['auto', 'feed', 'page'] as const).map(kind => [
    {
      label: [{ text: kind === textFrom ? '✓ ' : '' }, { messageKey: `source-text-choose-${kind}` }],
      action: { kind: 'choose', data: `o.text${kind[0]!.toUpperCase()}${kind.slice(1)}.${id}` },
    },
  ]);
  const back: Button = {
    label: [{ messageKey: 'source-cancel' }],
    action: { kind: 'choose', data: `o.open.${id}` },
  };
  return note('source-text-which', { name }, [...choices, [back]]);
}
