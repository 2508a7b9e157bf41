import { questionFrom, questionText } from '../../answers/asking/registry.ts';
import type { View } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { Place, ShownAnswer } from '../../deliveries/shown-answers.ts';
import type { PartBody } from '../../digests/part-message.ts';
import type { TelegramText } from '../../rendering/telegram.ts';

/** A question as it was asked. */
export type Asked = { question: Question; view: View };

/**
 * A message as it is stored to be corrected.
 * @param picture what is drawn, of which this is the caption
 */
export function shownAnswer(
  place: Place,
  chatId: number,
  { text, entities, buttons }: TelegramText,
  language: string,
  asked: Asked | null,
  picture?: PartBody['picture'],
): ShownAnswer {
  const markup = buttons.length === 0 ? {} : { markup: { inline_keyboard: buttons } };
  const body: PartBody = { text, entities, language, ...markup, ...(picture && { picture }) };
  const again = asked && { ...asked.view, question: questionText(asked.question) };
  return { place, chatId, body: JSON.stringify(body), asked: again && JSON.stringify(again) };
}

/** The inverse of what `shownAnswer` stores; null if it isn't a question, or no longer is one. */
export function askedBefore(stored: string | null): Asked | null {
  if (stored === null) return null;
  const { question: text, ...view } = JSON.parse(stored) as View & { question: string };
  const question = questionFrom(text);
  return question && { question, view };
}
