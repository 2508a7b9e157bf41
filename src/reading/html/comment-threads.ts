import { shapeOf } from '../text/line-shape.ts';
import type { PageDocument, PageElement } from './queryable.ts';

/** What the button below a reader's comment says. */
const replies = new Set(
  'reply antworten répondre responder rispondi odpowiedz відповісти ответить beantwoorden svara svar yanıtla'.split(
    ' ',
  ),
);
/** UTF-16 code units of a comment. */
const longestComment = 2_000;
/** Paragraphs of sentences outside the comments that show that the article is not among them. */
const fewestOutside = 2;

/** Removes readers' comments: what has a button to reply to it, with the words and the name above that. */
export function removeComments(document: PageDocument): void {
  const comments = [...document.querySelectorAll('a, button')]
    .filter(({ textContent }) => replies.has(textContent?.trim().toLowerCase() ?? ''))
    .flatMap(button => commentAround(button) ?? []);
  if (comments.length === 0) return;
  const outside = [...document.querySelectorAll('p')].filter(
    paragraph => hasSentence(paragraph) && !comments.some(comment => comment.contains(paragraph)),
  );
  if (outside.length >= fewestOutside) for (const comment of comments) comment.remove();
}

/** The smallest element around a button that has a sentence in it. */
function commentAround(button: PageElement): PageElement | null {
  let box = button.parentElement;
  while (box && !hasSentence(box)) box = box.parentElement;
  const isOther = !box || /^(?:BODY|MAIN)$/.test(box.nodeName) || box.querySelector('h1, h2') !== null;
  return isOther ? null : box;
}

function hasSentence({ textContent }: PageElement): boolean {
  const text = textContent?.trim() ?? '';
  return text.length <= longestComment && shapeOf(text).sentence;
}
