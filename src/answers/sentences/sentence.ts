import type { StoredArticle } from '../../library/model/types.ts';

/** A sentence as it is judged: offsets of `text` in the article's input (UTF-16). */
export type JudgedSentence = { article: StoredArticle; start: number; end: number; text: string };
