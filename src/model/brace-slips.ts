import type { Span } from '../quantity/value/formula.ts';

/** A reference whose braces are not the two on either side that make it one: `{found}}`, `｛｛found｝｝`. */
export interface BraceSlip {
  readonly name: string;
  readonly span: Span;
  /** Whether one brace stands on either side, which a text may mean. */
  readonly single: boolean;
  /** Whether as many are closed as are opened, here or before. */
  readonly balanced: boolean;
}

/** Braces of either width with blanks and commas between them, what they hold, and those that close it. */
const pattern = /([{｛][{｛\s,，]*)([^{}｛｝\n]{0,200})((?:[}｝][ \t]?)*)/g;

/** Every stretch of a text in braces that are no `{{` and `}}`, in the order of the text. Linear in its length. */
export function braceSlips(text: string): readonly BraceSlip[] {
  const slips: BraceSlip[] = [];
  let open = 0;
  for (const { 0: whole, 1: before = '', 2: inner = '', 3: behind = '', index } of text.matchAll(pattern)) {
    const name = inner.trim().replace(/^[,，\s]+/, '');
    const closers = behind.trimEnd();
    const [opened, closed] = [before, closers].map(
      (braces) => braces.replaceAll(/[^{}｛｝]/g, '').length,
    ) as [number, number];
    const carried = open;
    open = Math.max(open + opened - closed, 0);
    if (
      name === '' ||
      closed === 0 ||
      text[index - 1] === '\\' ||
      (before.trimEnd() === '{{' && closers === '}}')
    )
      continue;
    const end = index + whole.length - (behind.length - closers.length);
    slips.push({
      name,
      span: [index, end],
      single: opened === 1 && closed === 1,
      balanced: opened === closed || (carried > 0 && opened + carried >= closed),
    });
  }
  return slips;
}
