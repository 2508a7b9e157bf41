import { z } from 'zod';

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

export const knowledgeSchema = z.object({
  abbreviations: words,
  topics: z.array(topicKnowledgeSchema),
});

export type TopicKnowledge = z.infer<typeof topicKnowledgeSchema>;
export type Knowledge = z.infer<typeof knowledgeSchema>;
