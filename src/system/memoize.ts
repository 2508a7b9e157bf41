/** A pure function of a text that keeps its last answers: the same names and words come again and again. */
export function memoize<Answer>(answer: (text: string) => Answer, most = 50_000): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
