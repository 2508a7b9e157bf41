import type { Withdrawal } from '../library/model/types.ts';
import type { Library } from '../store.ts';
import { errorText } from '../telegram/error-text.ts';
import { outcomeOf } from '../telegram/outcome.ts';
import type { Pacer } from '../telegram/pacer.ts';
import { type Credit, creditsOf } from './credits.ts';

/** Withdrawals looked at, and messages edited, before other work gets its turn. */
const batchSize = 500;
const editsPerRound = 100;

/** Sent messages of one kind: `Kept` as they are stored, `Changed` as they are stored again, `Waiting` to be edited. */
export type CorrectionParts<Kept, Changed, Waiting, At> = {
  library: Pick<Library, 'news' | 'articles'>;
  store: {
    upTo(): Promise<number | null>;
    apply(changed: readonly Changed[], seq: number): Promise<void>;
    waiting(after: At, limit: number): Promise<Waiting[]>;
  };
  /** The messages that draw on any of these articles. */
  about(articles: readonly string[]): Promise<Kept[]>;
  /** The message as it is to be; empty if it stays as it is. */
  corrected(message: Kept, withdrawals: readonly Withdrawal[], credits: readonly Credit[]): Changed[];
  /** Whether the next message may be edited at once. */
  edit(message: Waiting): Promise<boolean>;
  /** Where in the order of `waiting` a message is; `first` is before all of them. */
  placeOf(message: Waiting): At;
  first: At;
};

/**
 * Takes over what was withdrawn since the last look, then edits what waits. Nothing is sent again, and an edit repeated
 * after a crash changes nothing.
 * @returns to be called every minute; a call while another is under way waits for that one's end
 */
export function createCorrectionRounds<Kept, Changed, Waiting, At>(
  parts: CorrectionParts<Kept, Changed, Waiting, At>,
): () => Promise<void> {
  const { store, edit, placeOf } = parts;
  const { news, articles } = parts.library;

  async function rewrite(): Promise<void> {
    const before = await store.upTo();
    // What was withdrawn before the first look was never sent by this version.
    if (before === null) return store.apply([], await news.newestWithdrawal());
    for (let seq = before; ; ) {
      const found = await news.withdrawals(seq, batchSize);
      const last = found.at(-1);
      if (!last) return;
      const messages = await parts.about([...new Set(found.map(({ article }) => article))]);
      const credits = messages.length === 0 ? [] : await creditsOf(articles, found);
      seq = last.seq;
      await store.apply(
        messages.flatMap(message => parts.corrected(message, found, credits)),
        seq,
      );
    }
  }

  async function run(): Promise<void> {
    await rewrite();
    for (let after = parts.first; ; ) {
      const waiting = await store.waiting(after, editsPerRound);
      for (const message of waiting) if (!(await edit(message))) return;
      const last = waiting.at(-1);
      if (last === undefined) return;
      after = placeOf(last);
    }
  }

  let running: Promise<void> | null = null;
  return () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}

/**
 * Edits a message when it is its chat's turn.
 * @param refused called with Telegram's reason where the message can't be edited, now or later
 * @returns false if it must be tried again later, and so must those after it
 */
export async function editInTurn(
  chatId: number,
  edit: () => Promise<unknown>,
  { pacer, refused }: { pacer: Pacer; refused: (reason: string) => void },
): Promise<boolean> {
  await pacer.turn(chatId, 'digest');
  try {
    await edit();
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.means === 'flooded') pacer.flooded(chatId, outcome.seconds);
    if (['flooded', 'unsent', 'unknown', 'unauthorized'].includes(outcome.means)) return false;
    // The message was deleted, the chat is gone, or it is as it should be already.
    refused(errorText(error));
  }
  return true;
}
