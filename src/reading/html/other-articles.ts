import type { PageDocument } from './queryable.ts';

/** Pages that go on for ever have the next articles below: of several with a headline each, the one with the page's stays. */
export function removeOtherArticles(document: PageDocument, title: string | null): void {
  removeOtherHeadlines(document, title);
  const articles = [...document.querySelectorAll('article')].flatMap(article => {
    const headline = article.querySelector('h1')?.textContent?.trim();
    return headline ? [{ article, headline }] : [];
  });
  const own = articles.find(({ headline }) => title?.startsWith(headline));
  if (!own || articles.length < 2) return;
  for (const { article } of articles)
    if (article !== own.article && !article.contains(own.article) && !own.article.contains(article))
      article.remove();
}

/** The same where each is a box like the page's own next to it, whatever its element. */
function removeOtherHeadlines(document: PageDocument, title: string | null): void {
  const headlines = [...document.querySelectorAll('h1')];
  const own = headlines.findIndex(({ textContent }) => isTitle(textContent, title));
  if (own < 0 || headlines.length < 2 || headlines.length > mostHeadlines) return;
  const boxOf = (at: number) => {
    let box = headlines[at]!.parentElement;
    while (box?.parentElement && box.parentElement.querySelectorAll('h1').length === 1)
      box = box.parentElement;
    return box;
  };
  const ownBox = boxOf(own);
  for (let at = own + 1; at < headlines.length; at++) {
    const box = boxOf(at);
    const isAlike = box?.nodeName === ownBox?.nodeName && box?.className === ownBox?.className;
    if (box && box !== ownBox && isAlike && box.parentElement === ownBox?.parentElement) box.remove();
  }
}

const mostHeadlines = 20;
const isTitle = (headline: string | null, title: string | null) => {
  const text = headline?.trim() ?? '';
  return text !== '' && title !== null && title.startsWith(text);
};
