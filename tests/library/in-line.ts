import type { Library } from '../../src/store.ts';

/** Puts a digest of these messages (JSON) in line for a subscription that is due at `due`. */
export async function putInLine(
  library: Library,
  subscriptionId: number,
  { due, texts, now, told = 1 }: { due: number; texts: string[]; now: number; told?: number },
): Promise<void> {
  const bodies = await library.outbox.keep(
    texts.map(text => ({ text, articles: [] })),
    [],
    now,
  );
  const nextDue = due + 86_400_000;
  await library.outbox.plan([{ subscriptionId, due, nextDue, deliveredUpTo: told, bodies, now }]);
}
