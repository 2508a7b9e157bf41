import type { Messages } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { ChatMessages } from './chat-messages.ts';

const day = 86_400_000;
/** No more quotes are named in one note. */
const mostNamed = 10;
const longestWords = 120;

/**
 * Puts a note in line for those who run the bot, at most once a day: which quotes readers reported as wrong. Gives
 * whether there is a note to be sent.
 */
export function createReportNotes(parts: {
  library: Library;
  messagesOf: ChatMessages;
  clock: Clock;
  admins: readonly number[];
}): () => Promise<boolean> {
  const { library, messagesOf, clock, admins } = parts;
  const { reportedQuotes, notifications } = library;

  return async () => {
    const now = clock.now();
    const reports = await reportedQuotes.unnoted();
    if (reports.length === 0) return false;
    const last = await reportedQuotes.lastNoted();
    // A note from further ahead was made by a clock that was wrong.
    if (last !== null && Math.abs(now - last) < day) return false;
    const reachable = (await notifications.admins()).filter(id => admins.includes(id));
    if (reachable.length === 0) return false;
    let isAdded = false;
    for (const id of reachable) {
      const key = `reports ${id} ${now}`;
      const text = noteOf(reports, await messagesOf(id));
      isAdded = (await notifications.add({ key, chatId: id, text }, now)) || isAdded;
    }
    await reportedQuotes.setNoted(
      reports.map(({ id }) => id),
      now,
    );
    return isAdded;
  };
}

function noteOf(reports: readonly { id: string; words: string }[], messages: Messages): string {
  const lines = reports.slice(0, mostNamed).map(({ id, words }) => {
    const short = words.length > longestWords ? `${words.slice(0, longestWords).trimEnd()} …` : words;
    return `• ${messages.say('reported-line', { words: short, id })}`;
  });
  const head = messages.say('reported-note', { count: reports.length });
  return [head, ...lines, messages.say('reported-end')].join('\n');
}
