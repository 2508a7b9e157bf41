/** The index of the first span that ends after an offset (UTF-16); the number of spans if none does. They are in order. */
export function firstEndingAfter(spans: readonly { end: number }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
