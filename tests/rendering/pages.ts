import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import type { Action, Block, Page } from '../../src/answers/page/page.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { renderTelegram } from '../../src/rendering/telegram.ts';

export const messages = loadMessages();

/** A page of these blocks without buttons. */
export const pageOf = (...blocks: Block[]): Page => ({ blocks, buttons: [] });

/** Encodes a button by its action in JSON. */
const encode = (action: Action): InlineKeyboardButton => ({
  text: '',
  callback_data: JSON.stringify(action),
});

export const telegram = (page: Page) => renderTelegram(page, messages, encode);

/** What the entities of a message cover, as `type: words`. */
export const covered = ({ text, entities }: { text: string; entities: MessageEntity[] }): string[] =>
  entities.map(entity => {
    const words = text.slice(entity.offset, entity.offset + entity.length);
    return entity.type === 'text_link' ? `${entity.url}: ${words}` : `${entity.type}: ${words}`;
  });

export const article = (id: string, more: object = {}) => ({
  id,
  title: `Title of ${id}`,
  source: 'The Outlet',
  url: null,
  published: '2022-02-23',
  ...more,
});
