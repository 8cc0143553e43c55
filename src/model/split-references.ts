import type { Span } from '../quantity/value/formula.ts';

/** A stretch of a text: literal, or what stands between `{{` and `}}`. Spans count UTF-16 units of the text. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly name: string; readonly span: Span; readonly inner: Span };

/** Splits a text at its references; `\{{` is a literal `{{`. Linear in the length of the text. */
export function splitReferences(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let literal = '';
  let at = 0;
  let close = 0;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', at)) {
    // once there is no `}}` there is none further on
    if (close !== -1 && close < open + 2) close = text.indexOf('}}', open + 2);
    const escaped = text[open - 1] === '\\';
    if (escaped || close === -1) {
      literal += text.slice(at, escaped ? open - 1 : open) + '{{';
      at = open + 2;
      continue;
    }
    literal += text.slice(at, open);
    if (literal !== '') segments.push({ kind: 'text', text: literal });
    literal = '';
    const inner = text.slice(open + 2, close);
    const lead = inner.length - inner.trimStart().length;
    const name = inner.trim();
    segments.push({
      kind: 'reference',
      name,
      span: [open, close + 2],
      inner: [open + 2 + lead, open + 2 + lead + name.length],
    });
    at = close + 2;
  }
  literal += text.slice(at);
  if (literal !== '') segments.push({ kind: 'text', text: literal });
  return segments;
}

/** Where an opened reference is not closed; undefined where every one is. */
export function unclosedReference(text: string): number | undefined {
  const last = text.lastIndexOf('}}');
  let found: number | undefined;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', open + 2))
    if (open > last && text[open - 1] !== '\\') found = open;
  return found;
}
