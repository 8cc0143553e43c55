import { personalDataIn, personalDataOf } from '../claims/personal-data.ts';
import { maskNumber } from '../claims/mask-number.ts';
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
  return (text) => {
    let masked = text;
    for (const written of knownIn())
      if (masked.includes(written)) masked = masked.replaceAll(written, maskNumber(written));
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
