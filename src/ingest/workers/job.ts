import type { Article } from '../../system/article.ts';
import type { Refusal } from '../../system/refusal.ts';

/** What a thread is asked to do, one at a time. `keep`: the reading is stored, so it includes its input. */
export type Job = { article: Article; keep: boolean };

/** What a thread says: that it is ready, then of each job the reading as JSON, or why there is none. */
export type Answer = 'ready' | { json: string } | { refused: Refusal };
