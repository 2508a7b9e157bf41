import type { Article } from '../system/article.ts';
import { findQuotes } from './attribution/find-quotes.ts';
import { findDates } from './dates/find-dates.ts';
import { withDaysOfSpeech } from './dates/spoken-days.ts';
import { withAnaphoricOffices } from './descriptions/anaphoric-offices.ts';
import { findEvents } from './events/find-events.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { parseDocument } from './layout/parse-document.ts';
import type { Document } from './model/document.ts';
import { type Reading, readerVersion } from './model/reading.ts';
import { findPeople } from './people/find-people.ts';
import { summarize } from './summary/summarize.ts';
import { idOf } from './text/article-id.ts';
import { isReadLanguage } from './text/language.ts';
import { cleanBody, storableSentence } from './tokens/clean-text.ts';
import { withLostCapitals } from './tokens/lost-capitals.ts';
import { findTopics } from './topics/find-topics.ts';

/**
 * Reads one article. Pure: the same article and knowledge always give the same reading, and any text gives
 * one. Offsets are UTF-16 code units into `article.text`, or into the reading's `input` for HTML, where the text is
 * derived, and where words that were split at a line's end are put together.
 */
export function read(article: Article, knowledge: Knowledge): Reading {
  const cased = article.html === undefined ? withLostCapitals(article.text, knowledge) : null;
  if (cased === null) return readAsWritten(article, knowledge);
  const reading = readAsWritten({ ...article, id: article.id ?? idOf(article.text), text: cased }, knowledge);
  return { ...inLowerCase(reading), ...(article.title !== undefined && { title: reading.title }) };
}

function readAsWritten(article: Article, knowledge: Knowledge): Reading {
  const document = parseDocument(article, knowledge);
  const { people: found, organizations, places } = findPeople(document, knowledge);
  // Where the words that attribute a quote are not understood, no one is quoted.
  const isRead = isReadLanguage(document.language, document.input);
  const quotes = isRead ? findQuotes(document, found, knowledge) : [];
  const people = isRead ? withAnaphoricOffices(found, document, quotes, knowledge) : found;
  const { dates, isPublicationDoubted } = findDates(document, knowledge);
  const dated = isPublicationDoubted ? withoutPublication(document) : document;
  const events = findEvents(dated, dates, people, quotes, knowledge);
  const topics = findTopics(document, knowledge);
  const summary = summarize(document, quotes, people);
  const isAsGiven = article.html === undefined && !article.derived && document.input === article.text;
  const source = article.source ?? document.outlet ?? hostOf(article.url) ?? article.file;
  return {
    reader: readerVersion,
    id: article.id ?? idOf(document.input),
    title: document.title,
    byline: document.byline,
    language: document.language,
    ...(!isRead && { unread: 'language' as const }),
    published: { ...document.published, ...(isPublicationDoubted && { doubted: true as const }) },
    text: cleanBody(document),
    removed: document.removed,
    rights: document.rights,
    people,
    organizations,
    places,
    quotes: withDaysOfSpeech(quotes, dates, dated),
    dates,
    events,
    topics,
    summary,
    sentences: document.sentences.map(sentence => storableSentence(document.input, sentence)),
    ...(isAsGiven ? {} : { input: document.input }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(source === undefined ? {} : { source }),
  };
}

/** A reading of a text whose capitals were lost, with its passages as the text has them; names keep their capitals. */
function inLowerCase(reading: Reading): Reading {
  const lower = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return passages.has(key) ? value.toLowerCase() : value;
    if (Array.isArray(value)) return value.map(item => lower(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, lower(item, name)]));
  };
  return lower(reading) as Reading;
}

/** The fields of a reading that repeat words of its text. */
const passages: ReadonlySet<string> = new Set(['text', 'title', 'input', 'called']);

/** The document as if its day of publication, which its own dates contradict, were unknown. */
function withoutPublication(document: Document): Document {
  return { ...document, published: { date: null, basis: 'unknown' } };
}

/** The host of an address as an outlet is called by it, without `www.`; undefined for other text. */
function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, protocol } = new URL(url);
  return /^https?:$/.test(protocol) && hostname.includes('.') ? hostname.replace(/^www\d?\./, '') : undefined;
}
