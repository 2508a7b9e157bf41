/**
 * What can be asked. Names and words stand as they were typed; `#12` instead of a name means the person,
 * story or topic with that id, which is how buttons ask.
 */
export type Question =
  | { kind: 'who'; name: string }
  | { kind: 'quotes'; name: string; about?: string }
  | { kind: 'timeline'; about?: string; from?: string; to?: string }
  | { kind: 'topics' }
  | { kind: 'topic'; topic: string }
  | { kind: 'latest' }
  | { kind: 'story'; story: string }
  | { kind: 'article'; article: string }
  /** A stretch of an article (UTF-16 offsets, end exclusive) with the sentences round it. */
  | { kind: 'context'; article: string; start: number; end: number }
  | { kind: 'search'; words: string }
  | { kind: 'filter'; topic?: string; person?: string; from?: string; to?: string };
