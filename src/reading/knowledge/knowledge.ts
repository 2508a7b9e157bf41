import { z } from 'zod';
import { nameKnowledgeShape } from './name-index.ts';

/**
 * What the reader knows that is no code. One key a file of `data/knowledge/`: `topics.json` is `topics`,
 * `given-names.txt` is `givenNames` (a text file is its lines, blank ones and those after `#` left out).
 */
const words = z.array(z.string().min(1));

/** A topic is recognized by words and phrases; a weight says how strongly one of them indicates it. */
const topicKnowledgeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens make an id'),
  label: z.string().trim().min(1, 'a label is what people see'),
  words: z
    .record(
      z.string().trim().min(1),
      z
        .number('a weight is a number: 3 is enough by itself, 1 only together with others')
        .positive('a weight is more than 0')
        .max(10, 'a weight is 10 at most'),
    )
    .refine(words => Object.values(words).some(weight => weight >= 3), 'at least one word must weigh 3'),
});

/** The topics file: each topic once. */
export const topicsSchema = z
  .array(topicKnowledgeSchema, 'it must be a list of topics: [{"id": …, "label": …, "words": {…}}]')
  .min(1, 'there is no topic in it')
  .superRefine((topics, context) => {
    const ids = new Set<string>();
    for (const [at, { id }] of topics.entries()) {
      if (ids.has(id))
        context.addIssue({ code: 'custom', path: [at, 'id'], message: `there is another “${id}”` });
      ids.add(id);
    }
  });

/** Lines of boilerplate, lower case: a whole line, how one begins, what one contains. */
const phrasesSchema = z.object({
  whole: z.array(z.string()),
  start: z.array(z.string()),
  within: z.array(z.string()),
});

const boilerplateKnowledgeSchema = z.object({
  navigation: phrasesSchema,
  related: phrasesSchema,
  share: phrasesSchema,
  comments: phrasesSchema,
  legal: phrasesSchema,
  credit: phrasesSchema,
  other: phrasesSchema,
  /** Phrases of `within` that the news may be about: in a sentence they count only if it speaks to the reader. */
  subjects: z.array(z.string()),
  /** Headings after which nothing of the body follows. */
  endings: z.array(z.string()),
});

export const knowledgeSchema = z.object({
  abbreviations: words,
  boilerplate: boilerplateKnowledgeSchema,
  /** Month names of other languages, lower case, with their numbers. */
  months: z.record(z.string(), z.int().min(1).max(12)),
  topics: topicsSchema,
  ...nameKnowledgeShape,
});

export type TopicKnowledge = z.infer<typeof topicKnowledgeSchema>;
export type Knowledge = z.infer<typeof knowledgeSchema>;
