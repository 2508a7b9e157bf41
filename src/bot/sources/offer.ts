import { z } from 'zod';
import { queryKey, type StoredQueries } from '../../deliveries/stored-queries.ts';
import { jsonOrNull } from '../core/digest-data.ts';

/** No file that a bot may load down is larger, in bytes. */
export const largestFile = 20_000_000;

const post = z.object({
  chatId: z.number(),
  messageId: z.number(),
  channel: z.string(),
  username: z.string().nullable(),
  text: z.string(),
  postedAt: z.number(),
  editedAt: z.number().nullable(),
});

/** What a button under an offer does. It is stored under a key, as it is longer than a button's data. */
const offerSchema = z.discriminatedUnion('does', [
  z.object({
    does: z.literal('add-feed'),
    url: z.string(),
    name: z.string(),
    home: z.string().nullable(),
    language: z.string().nullable(),
  }),
  z.object({ does: z.literal('add-page'), url: z.string(), name: z.string() }),
  z.object({ does: z.literal('read-page'), url: z.string() }),
  z.object({ does: z.literal('read-file'), file: z.string(), name: z.string() }),
  z.object({ does: z.literal('import-file'), file: z.string(), name: z.string() }),
  z.object({ does: z.literal('import-list'), url: z.string() }),
  z.object({ does: z.literal('add-pack'), name: z.string() }),
  z.object({ does: z.literal('read-post'), post }),
  z.object({ does: z.literal('add-channel'), chatId: z.number(), name: z.string() }),
]);

export type Offer = z.infer<typeof offerSchema>;

/** The data of an offer's button, `n.do.<key>`, and the text to be stored before it is shown. */
export function offerData(offer: Offer): { data: string; stored: string } {
  const stored = JSON.stringify(offer);
  return { data: `n.do.${queryKey(stored)}`, stored };
}

/** The offer of a button with this key; null if it is no longer known. */
export async function offerOf(key: string, stored: StoredQueries): Promise<Offer | null> {
  const text = await stored.get(key);
  if (text === null) return null;
  const parsed = offerSchema.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data : null;
}
