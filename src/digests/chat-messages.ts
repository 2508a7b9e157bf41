import type { Messages } from '../rendering/messages.ts';

/** The messages in the language of a chat, or in the `own` one of a subscription if it has one. */
export type ChatMessages = (chatId: number, own?: string | null) => Promise<Messages>;
