import type { Message, Update } from 'grammy/types';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';
import { commandNames } from '../core/command-names.ts';

/**
 * Brings a message into the form in which the features read it: an edited one as a message, a caption as its text,
 * in private without the marks of pasted Markdown, and with a command that was typed as `/ who` or `/Who` as `/who`.
 * @param commands other names of commands, in other languages
 * @returns false for an edit that has nothing to say, as when a shared location moves
 */
export function readTypedText(update: Update, commands: Vocabulary['commands']): boolean {
  if (update.edited_message) {
    update.message = update.edited_message;
    delete update.edited_message;
    if (typedIn(update.message) === undefined) return false;
  }
  const { message } = update;
  const typed = message && typedIn(message);
  if (message === undefined || typed === undefined) return true;
  const text = message.chat.type === 'private' ? asCommand(withoutMarkdown(typed), commands) : typed;
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  // Telegram's apps offer commands in lower case; what is typed may begin with a capital.
  const lowered = text.replace(/^\/\w+/, name => name.toLowerCase());
  if (lowered === message.text) return true;
  message.text = lowered;
  if (command === undefined) delete message.entities;
  else message.entities = [{ type: 'bot_command', offset: 0, length: command.length }];
  return true;
}

function typedIn({ text, caption }: Message): string | undefined {
  return text ?? caption;
}

/**
 * `/ who` as `/who`, if there is such a command, and `/хто` too; a lone slash as the help. In private every command is
 * for this bot, also one with another's name, as when it was copied from a group.
 */
function asCommand(typed: string, commands: Vocabulary['commands']): string {
  const text = typed.replace(/^(\/\s?[\p{L}\p{N}_]{1,64})@\w+/u, '$1');
  if (/^\/\s*$/.test(text)) return '/help';
  const [foreign, word = ''] = /^\/\s?(\p{L}+)/u.exec(text) ?? [];
  const named = commands.get(plainWord(word));
  if (foreign !== undefined && named !== undefined) return `/${named}${text.slice(foreign.length)}`;
  const [start, name] = /^\/\s+(\w+)/.exec(text) ?? [];
  return start !== undefined && name !== undefined && commandNames.has(name.toLowerCase())
    ? `/${name}${text.slice(start.length)}`
    : text;
}

/** Marks that enclose words, and what they leave of them. Each run is bounded, so that reading is linear. */
const enclosing: readonly [RegExp, string][] = [
  [/```(?:\w{0,20}\n)?([^`]{1,4000})```/g, '$1'],
  [/`([^`\n]{1,500})`/g, '$1'],
  [/!?\[([^[\]\n]{1,300})\]\([^()\s]{1,500}\)/g, '$1'],
  [/\*\*([^*\n]{1,500})\*\*/g, '$1'],
  [/(?<![\w*])\*([^*\s][^*\n]{0,500})\*(?![\w*])/g, '$1'],
  [/(?<![\w_])__?([^_\s][^_\n]{0,500})__?(?![\w_])/g, '$1'],
  [/~~([^~\n]{1,500})~~/g, '$1'],
  [/^(?:#{1,6}|>|[-*+]|\d{1,3}\.)[ \t]{1,5}(?=\S)/gm, ''],
];

/** The words of a text that was pasted with the marks of Markdown around them. */
function withoutMarkdown(text: string): string {
  return enclosing.reduce((rest, [mark, words]) => rest.replace(mark, words), text);
}
