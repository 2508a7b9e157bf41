import { Parser } from 'htmlparser2';
import { withoutInvisible } from '../../system/invisible-characters.ts';

const setOf = (names: string) => new Set(names.split(' '));

/** Elements that begin and end a paragraph. */
const blocks = setOf(
  'address article aside blockquote body caption center dd details div dl dt figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead title tr ul',
);

/** Elements whose content is not text that anyone reads. */
const silent = setOf(
  'applet audio button canvas dialog head iframe math noscript object option script select style svg template textarea video',
);
/** What these hold is never text, even where their end is missing. */
const code = setOf('script style');

/** What these hold is not looked at for tags: without an end, all that follows would be lost. */
const raw = /<(iframe|noembed|noframes|plaintext|textarea|title|xmp)\b[^<>]*>/gi;

/**
 * The text of an HTML fragment as it is seen: its paragraphs with a blank line between, items of lists with a
 * bullet, cells of a row with a bar between. Any text will do; nesting of any depth takes the same time.
 */
export function htmlToText(html: string): string {
  const paragraphs: string[] = [];
  let open = '';
  let [hidden, cell] = [0, false];
  const close = () => {
    const text = withoutInvisible(open).replace(/\s+/g, ' ').trim();
    if (text !== '' && text !== '•') paragraphs.push(text);
    open = open.trim() === '•' ? '• ' : '';
  };
  const lower = html.toLowerCase();
  // Where the end of a frame is missing, what follows it is still the article.
  const hasEnd = (name: string) => lower.includes(`</${name.toLowerCase()}`);
  const hides = new Set([...silent].filter(name => code.has(name) || hasEnd(name)));
  const parser = new Parser(
    {
      onopentag(name) {
        if (hides.has(name)) hidden++;
        if (hidden > 0) return;
        // Two in a row part paragraphs; one parts lines, which the reader takes for paragraphs too.
        if (name === 'br') close();
        else if ((name === 'td' || name === 'th') && cell) open += ' | ';
        else if (blocks.has(name) && name !== 'td' && name !== 'th') {
          close();
          open = name === 'li' ? '• ' : open;
        }
        if (name === 'tr') cell = false;
      },
      onclosetag(name) {
        if (hides.has(name)) hidden = Math.max(0, hidden - 1);
        if (hidden > 0) return;
        if (name === 'td' || name === 'th') cell = true;
        else if (blocks.has(name)) close();
        if (name === 'tr' || name === 'table') cell = false;
        if (name === 'li' && open === '• ') open = '';
      },
      ontext(text) {
        if (hidden === 0) open += text;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html.replace(raw, (whole, name: string) => (hasEnd(name) ? whole : ' ')));
  close();
  return paragraphs.join('\n\n');
}
