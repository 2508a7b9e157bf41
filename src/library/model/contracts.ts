import type { Reading } from '../../reading/model/reading.ts';
import type { Refusal } from '../../system/refusal.ts';
import type {
  About,
  ArticleRef,
  Evidence,
  Filter,
  FreshStory,
  KeyDate,
  NewsFilter,
  PersonRef,
  PersonSummary,
  Quote,
  QuotesAsked,
  QuoteWording,
  Range,
  Slice,
  StoredArticle,
  Story,
  TimelineEntry,
  Topic,
  Withdrawal,
  WrittenAs,
} from './types.ts';

/**
 * What the library offers, part by part; one transaction a function.
 */

export type AddOutcome =
  | { outcome: 'loaded'; id: string; story: string; duplicateOf: string | null }
  | { outcome: 'known'; id: string }
  | ({ outcome: 'refused'; id: string } & Refusal);

export type AddOptions = {
  /** When it arrived, milliseconds since the epoch. */
  now: number;
  /** True: it never appears in a digest. */
  archive?: boolean;
};

/**
 * `isNews`: the changed article is news and arrives again. `completes`: more of the same article has come, so that
 * nothing it said before counts as withdrawn.
 */
export type ReplaceOptions = AddOptions & { isNews: boolean; always?: boolean; completes?: boolean };

export type Articles = {
  /** Stores a reading and links its people, story and events to what is there, all or nothing. */
  add(reading: Reading, options: AddOptions): Promise<AddOutcome>;
  /** As `add`, for several in one transaction: 10 to 20, as others wait for it. The outcomes are in the same order. */
  addAll(readings: readonly Reading[], options: AddOptions): Promise<AddOutcome[]>;
  /**
   * Stores a reading in place of the one with its id, in one transaction. It keeps its place in the order of arrival,
   * so that it isn't sent again to those who have had it; with `isNews` it arrives again. One that isn't
   * there is added, as part of the archive if `archive` says so. One whose text, title and day are the same stays as
   * it is, unless `always` is set.
   */
  replace(reading: Reading, options: ReplaceOptions): Promise<AddOutcome>;
  /** Whether an article of this id and text (white space aside) is stored: `add` would find it known. */
  has(id: string, input: string): Promise<boolean>;
  get(id: string): Promise<StoredArticle | null>;
  /** Those of these articles (by id) that are there and whose readings aren't damaged, in the order of the ids. */
  readable(ids: readonly string[]): Promise<StoredArticle[]>;
  /** Which of these ids are those of articles. */
  existing(ids: readonly string[]): Promise<string[]>;
  /** Which of these articles carry a notice that limits reproduction. */
  limited(ids: readonly string[]): Promise<string[]>;
  /** By their ids, the first sentence of the summary of those of these articles that have one. */
  leads(ids: readonly string[]): Promise<Map<string, string>>;
  /** Those whose id has this prefix, in the order of their ids. */
  beginning(id: string, range: Range): Promise<Slice<ArticleRef>>;
  /** Newest first by the day of publication, then by arrival; near-duplicates left out. */
  latest(range: Range): Promise<Slice<ArticleRef>>;
  /** Those of an outlet, newest first; near-duplicates left out. With words only those of its newest 2,000 hits. */
  ofOutlet(source: string, words: string | undefined, limit: number): Promise<ArticleRef[]>;
  /** Removes an article with everything derived from it; false if there is none. */
  remove(id: string): Promise<boolean>;
  /** Removes an article that must no longer be shown: it is taken out of what was sent, too. False if there is none. */
  withdraw(id: string): Promise<boolean>;
  /** Removes at most `limit` articles of a source in one transaction; returns how many, 0 if there are none left. */
  removeSource(source: string, limit: number): Promise<number>;
  count(): Promise<number>;
  /** The sentence around a passage, and its neighbours in the same paragraph or the next. */
  sentenceAt(
    article: string,
    start: number,
    end: number,
  ): Promise<{ sentence: Evidence; before: Evidence | null; after: Evidence | null } | null>;
};

export type People = {
  /**
   * The people whom `words` may mean, in any script or spelling. `fits`: those with this name, best first (several:
   * ask which). `nearest`: if no one fits, the names closest in spelling.
   */
  find(words: string): Promise<{ fits: PersonSummary[]; nearest: PersonSummary[] }>;
  get(id: string): Promise<PersonSummary | null>;
  /** The ids under which these people are known now, each once; unknown ids stay as they are. */
  current(ids: string[]): Promise<string[]>;
  /** The ids that were merged into this one. */
  formerIds(id: string): Promise<string[]>;
  /**
   * Their roles, the most recently used first, the same wording once. `lastDay`: of the newest article that mentions the
   * office, in whatever words; '' if none with a day does.
   */
  roles(id: string): Promise<(Evidence & { lastDay: string })[]>;
  /** What they said, newest first; with `about`, of the newest 2,000 quotes those with these words in them or their sentences. */
  quotes(id: string, options: QuotesAsked & { about?: string }): Promise<Slice<Quote>>;
  /** As `quotes`, of each only what groups it with others. */
  wordings(id: string, options: QuotesAsked & { about?: string }): Promise<Slice<QuoteWording>>;
  /**
   * What any named person said about some words (the quote or the sentences around it match), or with `unnamed` what
   * anyone else did: organizations, and speakers of whom no name is known; newest first.
   */
  wordingsAbout(words: string, limit: number, whose?: 'named' | 'unnamed'): Promise<QuoteWording[]>;
  /** Whole quotes by the ids of their wordings, those that are still there. */
  quotesOf(ids: readonly string[]): Promise<Map<string, Quote>>;
  /** What is said about them: first others' quotes that name them, then sentences that do; the newest of each first. */
  about(id: string, limit: number): Promise<(Evidence & { quote: Quote | null })[]>;
  /** How many articles name them on each day from `from` on (`YYYY-MM-DD`), copies not counted; in order. */
  articlesByDay(id: string, from: string): Promise<{ day: string; articles: number }[]>;
  /**
   * Of someone who is known by one name only: the well-known person of that surname whom the name most likely means,
   * null if there is none or are several. A proposal: the two are not joined.
   */
  proposed(id: string): Promise<PersonSummary | null>;
  /** The people named in the same articles, most often first. */
  companions(id: string, limit: number): Promise<(PersonRef & { articles: number })[]>;
  /** Those in the most articles, with the most quotes. */
  leading(limit: number): Promise<PersonSummary[]>;
  /** The articles that name a person, in order of arrival, and what each calls them; empty if there is no such person. */
  writtenAs(id: string): Promise<WrittenAs[]>;
  /** Merges two people, whatever articles come and go later. Returns the id that stays. */
  join(id: string, other: string): Promise<DecidingOutcome>;
  /**
   * Splits from a person what one article says (`what` is its id), or what all articles say that use this name. It
   * stays so whatever articles come and go. Returns the new id.
   */
  split(id: string, what: string): Promise<DecidingOutcome>;
};

/** `all`: nothing would be left of the person; `nothing`: the words match no article. */
export type DecidingOutcome =
  | { outcome: 'done'; id: string; articles: number }
  | { outcome: 'unknown'; id: string }
  | { outcome: 'same' }
  | { outcome: 'nothing'; what: string }
  | { outcome: 'all'; articles: number };

export type Topics = {
  /** Those with at least one article, most articles first. */
  all(): Promise<Topic[]>;
  /** A topic by id, label or near spelling. */
  find(words: string): Promise<Topic | null>;
};

export type Stories = {
  get(id: string): Promise<Story | null>;
  /** The ids of the stories that articles belong to, by the articles’ ids. */
  idsOf(articles: readonly string[]): Promise<Map<string, string>>;
  /** The story an article belongs to. */
  of(article: string): Promise<Story | null>;
  /** The newest day first, on a day those with the most articles; beyond the newest 200 by their last article. */
  latest(range: Range): Promise<Slice<Story>>;
  /** Stories with an article that meets the filter, those with the newest such article first. */
  about(filter: Filter, range: Range): Promise<Slice<Story>>;
  /**
   * The stories with an article that has all the words, each with the sentence of its best article that fits best.
   * `isPartial`: no article has all the words, and these have some of them.
   */
  matching(
    words: string,
    range: Range,
  ): Promise<Slice<{ story: Story; passage: Evidence }> & { isPartial: boolean }>;
  /** Stories by words of their titles or articles. */
  find(words: string, range: Range): Promise<Slice<Story>>;
};

export type Search = {
  /**
   * Articles with all the words (folded, any script; the last one as a prefix if it has four letters and few hits), each
   * with the sentence that fits best: of the newest 2,000 hits, the best first. A copy represents its original only
   * where the original does not have the words.
   */
  articles(words: string, range: Range): Promise<Slice<{ article: ArticleRef; passage: Evidence }>>;
  /** The words with those that no article has replaced by the nearest that one has; null if none is replaced. */
  corrected(words: string): Promise<string | null>;
  /** Articles that meet every condition of the filter, newest first; of several conditions, the first one's newest 1,000. */
  filtered(filter: Filter, range: Range): Promise<Slice<ArticleRef>>;
};

export type Timeline = {
  /** The day of the oldest article and of the newest one not dated after its arrival; null without dated articles. */
  span(): Promise<{ first: string; last: string } | null>;
  /**
   * The `limit` most important days, the most important first. `total`: how many days have any report; `months`: how
   * many of them each month has (`YYYY-MM`), in order.
   */
  keyDates(
    filter: Filter,
    limit: number,
  ): Promise<Slice<KeyDate> & { months: { month: string; days: number }[] }>;
  /**
   * What happened when, oldest first, the same event once with all its articles. Within a period exact days come
   * first, then what is planned, spans days or has no exact day, unless there are more than 1,000. With words, only
   * the events reported with these words, or whose story has them in a title, of the newest 2,000 articles with them. `newestFirst` turns the order round.
   */
  entries(filter: Filter, range: Range & { newestFirst?: boolean }): Promise<Slice<TimelineEntry>>;
};

export type News = {
  /** What articles have stopped saying after `seq`, in order, at most `limit`; older ones than some thousands are forgotten. */
  withdrawals(seq: number, limit: number): Promise<Withdrawal[]>;
  /** The place of the last withdrawal, 0 if there was none. */
  newestWithdrawal(): Promise<number>;
  /** Whether it is recorded of all these articles (by id) what they no longer say. */
  areWithdrawn(articles: readonly string[]): Promise<boolean>;
  /** The arrival of the newest article, 0 for an empty library. */
  head(): Promise<number>;
  /** The arrival after which the newest `articles` articles came; 0 if there are no more than those. */
  before(articles: number): Promise<number>;
  /** Which of these articles (by id) arrived after `arrival`. */
  arrivedSince(articles: string[], arrival: number): Promise<string[]>;
  /** How many articles on a person (`p12`), an entity, a story (`s3`) or a topic (`tsanctions`) arrived after `since`; copies counted once. */
  countSince(about: About, since: number): Promise<number>;
  /** The outlets that articles came from, those with the most first. */
  sources(): Promise<{ source: string; articles: number }[]>;
  /**
   * Stories with articles that arrived after `after` and up to `upTo` and match the filter, archived articles
   * left out; most important first. A story of which something was delivered from `since` (0 if not given) up to
   * `after` is among them only if something in it is new. `damaged`: ids of articles that nothing could be said of.
   */
  stories(options: {
    since?: number;
    after: number;
    upTo: number;
    filter: NewsFilter;
    limit: number;
    offset?: number;
  }): Promise<Slice<FreshStory> & { damaged: string[] }>;
};
