"""How many attributions were right, by the confidence they were made with.

  bands.py FOLDER GOLD.jsonl READINGS.jsonl     FOLDER holds score.py, whose matching is used
"""
import sys
from collections import Counter

folder, gold, readings = sys.argv[1:]
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
import score

EDGES = [0.99, 0.97, 0.95, 0.9, 0.85, 0.8, 0.7, 0.0]
band = lambda confidence: next(edge for edge in EDGES if confidence >= edge)
read = {reading['id']: reading for reading in score.lines(readings)}
named, right, unnamed = Counter(), Counter(), Counter()
for article in score.lines(gold):
    quotes = read.get(article['id'], {}).get('quotes', [])
    for wanted in article['quotes']:
        overlap = lambda quote: min(quote['end'], wanted['end']) - max(quote['start'], wanted['start'])
        best = max(quotes, key=overlap, default=None)
        if best is None or overlap(best) < 0.5 * (wanted['end'] - wanted['start']): continue
        name = (best.get('speaker') or {}).get('name')
        if not name: continue
        at = band(best['confidence'])
        if wanted['speaker_conf'] == 'gold-surface':
            named[at] += 1
            surname = lambda text: score.bare(text).split()[-1:]
            right[at] += score.same(name, wanted['speaker']) or bool(wanted.get('ambiguous') and surname(name) == surname(wanted['speaker']))
        elif wanted['speaker_type'] in ('none', 'nominal'):
            said = wanted['source'] and score.fold(wanted['source'])
            unnamed[at] += bool(said) and not any(len(word) > 2 and word in said for word in score.bare(name).split())
print('%-12s %11s %7s %7s | %s' % ('confidence', 'attributed', 'right', 'share', 'given to a person though the source is unnamed'))
for low, high in zip(EDGES, [1.0] + EDGES):
    if named[low] + unnamed[low] == 0: continue
    print('%.2f to %.2f %11d %7d %7.3f | %d' % (low, high, named[low], right[low], right[low] / max(1, named[low]), unnamed[low]))
