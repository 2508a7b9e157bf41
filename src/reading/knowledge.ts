import { z } from 'zod';
import { nameKnowledgeShape } from './names-knowledge.ts';

/**
 * What the reader knows that is no code. One key a file of `data/knowledge/`: `topics.json` is `topics`,
 * `given-names.txt` is `givenNames` (a text file is its lines, blank ones and those after `#` left out).
 */
const words = z.array(z.string().min(1));

/** A topic is told by words and phrases; a weight says how surely one of them tells it. */
export const topicKnowledgeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  words: z.record(z.string().min(1), z.number().positive()),
});

/** Lines of page furniture, lower case: a whole line, how one begins, what stands in one. */
const phrasesSchema = z.object({
  whole: z.array(z.string()),
  start: z.array(z.string()),
  within: z.array(z.string()),
});

export const furnitureKnowledgeSchema = z.object({
  navigation: phrasesSchema,
  related: phrasesSchema,
  share: phrasesSchema,
  comments: phrasesSchema,
  legal: phrasesSchema,
  credit: phrasesSchema,
  other: phrasesSchema,
  /** Headings after which nothing of the body follows. */
  endings: z.array(z.string()),
});

export const knowledgeSchema = z.object({
  abbreviations: words,
  furniture: furnitureKnowledgeSchema,
  /** Month names of other languages, lower case, with their numbers. */
  months: z.record(z.string(), z.int().min(1).max(12)),
  topics: z.array(topicKnowledgeSchema),
  ...nameKnowledgeShape,
});

export type TopicKnowledge = z.infer<typeof topicKnowledgeSchema>;
export type Knowledge = z.infer<typeof knowledgeSchema>;
