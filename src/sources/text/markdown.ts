import { decodeHTMLStrict } from 'entities';
import { lexer, type Token, type Tokens } from 'marked';
import type { Facts } from './fact-names.ts';
import { frontMatter } from './front-matter.ts';
import { htmlToText } from './html-text.ts';

const heading = /(?:^|\n[ \t]*\n)#{1,6}[ \t]+\S[^\n]{0,300}(?=\n[ \t]*\n|\n*$)/;
const link = /!?\[[^[\]\n]{1,300}\]\((?:https?:\/\/|\/|#|mailto:)[^()\s]{0,500}(?:\s+"[^"\n]{0,200}")?\)/;
const strong = /(?:^|[\s(“"])\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*(?=$|[\s.,;:!?)”"])/m;

/**
 * Whether a text is Markdown beyond doubt: front matter, a heading on a line of its own between blank lines, a link
 * with an address or words between double asterisks. A hash sign, single asterisks or a list are in plain texts too.
 */
export function isMarkdown(text: string): boolean {
  return frontMatter(text) !== null || heading.test(text) || link.test(text) || strong.test(text);
}

export type FromMarkdown = { text: string; facts: Facts };

/**
 * The words of a Markdown text without its marks: paragraphs with a blank line between, items of lists with a bullet
 * or their number, links and emphasis as their words, pictures left out; what its front matter says, and its title
 * where it opens with the only heading of the first level.
 * @param options.keepLines true: lines within a paragraph stay, as each may be a paragraph of its own
 */
export function fromMarkdown(markdown: string, options: { keepLines: boolean }): FromMarkdown {
  const front = frontMatter(markdown);
  const tokens = lexer(front ? markdown.slice(front.end) : markdown, { gfm: true });
  const paragraphs: string[] = [];
  const write = (text: string) => {
    const lines = text.split('\n').map(line => line.replace(/[ \t]+/g, ' ').trim());
    const whole = lines.filter(line => line !== '').join(options.keepLines ? '\n' : ' ');
    if (whole !== '') paragraphs.push(whole);
  };
  writeBlocks(tokens, write, '');
  const title = titleIn(tokens);
  const facts = { ...(title === null ? {} : { title }), ...front?.facts };
  return { text: paragraphs.join('\n\n'), facts };
}

function writeBlocks(tokens: Token[], write: (text: string) => void, prefix: string): void {
  let before = prefix;
  const say = (text: string) => {
    if (text.trim() === '') return;
    write(`${before}${text}`);
    before = '';
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'list':
        for (const [at, item] of (token as Tokens.List).items.entries())
          writeBlocks(item.tokens, write, token.ordered ? `${Number(token.start || 1) + at}. ` : '• ');
        break;
      case 'blockquote':
        writeBlocks(token.tokens ?? [], write, '');
        break;
      case 'table':
        for (const row of [(token as Tokens.Table).header, ...(token as Tokens.Table).rows])
          say(
            `• ${row
              .map(cell => inline(cell.tokens))
              .filter(text => text.trim() !== '')
              .join(' | ')}`,
          );
        break;
      case 'html':
        for (const paragraph of htmlToText(token.text).split('\n\n')) say(paragraph);
        break;
      case 'code':
        for (const paragraph of (token as Tokens.Code).text.split(/\n\s*\n/)) say(paragraph);
        break;
      case 'space':
      case 'hr':
      case 'def':
      case 'checkbox':
        break;
      default:
        say('tokens' in token && token.tokens ? inline(token.tokens) : decodeHTMLStrict(token.raw));
    }
  }
}

function inline(tokens: Token[]): string {
  return tokens
    .map(token => {
      if (token.type === 'image' || token.type === 'checkbox') return '';
      if (token.type === 'br') return '\n';
      if (token.type === 'html') return /^<br\b/i.test(token.raw) ? '\n' : '';
      if (token.type === 'codespan') return (token as Tokens.Codespan).text;
      if ('tokens' in token && token.tokens) return inline(token.tokens);
      return decodeHTMLStrict('text' in token ? token.text : token.raw);
    })
    .join('');
}

function titleIn(tokens: Token[]): string | null {
  const first = tokens.find(token => token.type !== 'space' && token.type !== 'def');
  const top = tokens.filter(token => token.type === 'heading' && token.depth === 1);
  if (top.length !== 1 || first !== top[0]) return null;
  return (
    inline((first as Tokens.Heading).tokens)
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}
