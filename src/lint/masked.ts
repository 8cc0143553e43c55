import { personalDataIn, personalDataOf } from '../claims/names/personal-data.ts';
import { maskNumber } from '../claims/names/mask-number.ts';
import type { Diagnostic, Identity, Words } from '../diagnostic.ts';
import type { Reading } from '../reading/reading.ts';

/** Takes what is personal out of a text that is printed or kept. */
export type Mask = (text: string) => string;

/** Masks what a report says of persons, and what a line shows of them by itself, so that a draft that cannot be read gives nothing away. */
export function maskOf(...readings: readonly (Reading | undefined)[]): Mask {
  let known: readonly string[] | undefined;
  // longer ones first: one may stand in another
  const knownIn = (): readonly string[] =>
    (known ??= [
      ...new Set(
        readings.flatMap((reading) => (reading ? personalDataOf(reading).map(({ written }) => written) : [])),
      ),
    ].sort((a, b) => b.length - a.length));
  let starts: ReadonlyMap<string, readonly string[]> | undefined;
  return (text) => {
    let masked = withoutKnown(text, (starts ??= byStart(knownIn())));
    if (!/\d{6}|[@＠]|\d[ -]\d/.test(masked)) return masked;
    let shown = '';
    let done = 0;
    const spans = personalDataIn(masked).map(({ span }) => span);
    for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
      if (start < done) continue;
      shown += masked.slice(done, start) + maskNumber(masked.slice(start, end));
      done = end;
    }
    return shown + masked.slice(done);
  };
}

/** How much of a text it is sought by. */
const START = 4;

/** Texts by how they begin, in their order. */
function byStart(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const text of texts) {
    const start = text.slice(0, START);
    const same = found.get(start);
    if (same) same.push(text);
    else found.set(start, [text]);
  }
  return found;
}

/** A text with what is known masked, in one pass over it, however much is known. */
function withoutKnown(text: string, known: ReadonlyMap<string, readonly string[]>): string {
  if (known.size === 0) return text;
  let masked = '';
  let done = 0;
  for (let at = 0; at + START <= text.length;) {
    const found = known.get(text.slice(at, at + START))?.find((each) => text.startsWith(each, at));
    if (found !== undefined) {
      masked += text.slice(done, at) + maskNumber(found);
      done = at + found.length;
    }
    at += found?.length ?? 1;
  }
  return masked + text.slice(done);
}

const maskWords = ({ en, zh }: Words, mask: Mask): Words => ({ en: mask(en), zh: mask(zh) });

/** A finding of whose words, and of what it is known by, nothing tells who a person is. Its fix, which writes a draft, stays. */
export function maskDiagnostic(diagnostic: Diagnostic, mask: Mask): Diagnostic {
  const { message, help, related, identity, gap } = diagnostic;
  return {
    ...diagnostic,
    message: maskWords(message, mask),
    ...(help && { help: maskWords(help, mask) }),
    identity: maskIdentity(identity, mask),
    related: related.map((each) => ({ ...each, message: maskWords(each.message, mask) })),
    ...(gap && { gap: { section: maskWords(gap.section, mask), what: maskWords(gap.what, mask) } }),
  };
}

const maskIdentity = (identity: Identity, mask: Mask): Identity => ({
  ...identity,
  text: mask(identity.text),
  ...(identity.section !== undefined && { section: mask(identity.section) }),
  ...(identity.place !== undefined && { place: mask(identity.place) }),
  ...(identity.names && { names: identity.names.map(mask) }),
  ...(identity.within !== undefined && { within: mask(identity.within) }),
  ...(identity.items && { items: identity.items.map(mask) }),
});
