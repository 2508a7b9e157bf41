import { z } from 'zod';
import { alternatives, longestFirst, whole } from './patterns.ts';
import { words } from './schedule-words.ts';

/**
 * How people ask, in plain words, for what is their own: patterns in the syntax of regular expressions, each for a
 * whole message, with `<about>` for what a digest is to cover and `<news>` for the words of `news` and `digests`.
 */
export const requestWords = z.strictObject({
  /** What may stand anywhere in a request, and what around it, and says nothing. */
  please: words,
  polite: words,
  /** Before what a digest is to cover and nothing else: `only`. */
  only: words,
  /** What a digest is made of, and what it may be called itself: `Friday news` may be past, a `Friday digest` is not. */
  news: words,
  digests: words,
  /** To see what is stored about oneself. */
  privacy: words,
  /** To see where the articles come from, and how that goes. */
  sources: words,
  /** To see, change, pause or end one's digests. */
  subscriptions: words,
  /** To have all deleted that is stored about one. */
  forget: words,
  /** To get a digest. */
  subscribe: words,
  /** The same only with a schedule: without one, it asks for the news of now. */
  subscribeAt: words,
  /** The same only with days or times that come again and again, as `every Monday`: `news on Monday` may be past. */
  subscribeEvery: words,
  /** To get one as soon as there is something new. */
  subscribeWhen: words,
});

type RequestWords = z.infer<typeof requestWords>;

/** A request and what it is about: `about` is empty for one's own subscriptions and data. */
export type RequestKind = Exclude<keyof RequestWords, 'please' | 'polite' | 'only' | 'news' | 'digests'>;
export type Request = { kind: RequestKind; about: string };

/** The requests of all languages. */
export type Requests = {
  please: RegExp;
  polite: readonly string[];
  only: readonly string[];
  news: readonly string[];
  digests: ReadonlySet<string>;
  patterns: readonly (readonly [RequestKind, RegExp])[];
};

const kinds = [
  'forget',
  'privacy',
  'sources',
  'subscriptions',
  'subscribeWhen',
  'subscribe',
  'subscribeAt',
  'subscribeEvery',
] as const;

/** The requests of all languages as one. */
export function mergedRequests(
  languages: readonly RequestWords[],
  compiled: (pattern: string) => RegExp,
): Requests {
  return {
    please: whole(languages.flatMap(({ please }) => please)),
    polite: longestFirst(languages.flatMap(({ polite }) => polite)),
    only: longestFirst(languages.flatMap(({ only }) => only)),
    news: longestFirst(languages.flatMap(({ news }) => news)),
    digests: new Set(languages.flatMap(({ digests }) => digests)),
    patterns: kinds.flatMap(kind =>
      languages.flatMap(language => {
        const called = `(?:${alternatives([...language.news, ...language.digests])})`;
        return language[kind].map(pattern => [kind, compiled(pattern.replaceAll('<news>', called))] as const);
      }),
    ),
  };
}
