/** How JSON wants signs in a string that a template has left as they were. */
const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapable = /["\\/bfnrtu]/;

/**
 * JSON as a template writes it, made strict: raw breaks in a string, a backslash before a sign that needs none
 * (`It\'s`), and a comma behind the last of a list. What is strict already stays as it is.
 */
export function strictJson(text: string): string {
  let made = '';
  let from = 0;
  let inString = false;
  const put = (instead: string, at: number) => {
    made += text.slice(from, at) + instead;
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') inString = !inString;
    else if (inString && char === '\\') {
      if (escapable.test(text[at + 1] ?? '')) at++;
      else put('', at);
    } else if (inString && char in escapes) put(escapes[char]!, at);
    else if (!inString && char === ',' && closesNext(text, at + 1)) put('', at);
  }
  return made + text.slice(from);
}

/** Whether the next sign after spaces closes a list or an object. */
function closesNext(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return text[at] === ']' || text[at] === '}';
}
