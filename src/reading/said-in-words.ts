import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from './prose.ts';
import { RATIO } from '../quantity/value/unit.ts';
import { saysShare } from '../quantity/scan/share-words.ts';
import { numberWords } from './number-words.ts';
import { statementSpans } from './statements.ts';

/** A figure that a draft declares, by its id, the names that the text may call it, and as it is written. */
interface Named {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
}

/**
 * The texts that say a declared figure without a figure that is equal to it: a reference prints it, whatever its unit, or words say it, or it
 * stands as the draft declares it: 10 to 12 sites.
 */
export function textsSaying(
  { id, names, text: written }: Named,
  quantity: Quantity,
  texts: readonly Prose[],
): readonly Prose[] {
  const referring = texts.filter(({ referenced }) => referenced.includes(id));
  if (referring.length > 0) return referring;
  const worded = inWords(names, quantity, texts);
  if (worded.length > 0) return worded;
  const shared =
    quantity.family === RATIO
      ? texts.filter(
          (prose) => saysShare(prose.text, quantity) && !(isFine(quantity) && prose.figures.some(isFine)),
        )
      : [];
  if (shared.length > 0) return shared;
  const isSpelt = ({ spelt }: Prose): boolean =>
    quantity.qualifier === 'exact' &&
    quantity.number.compare(100) > 0 &&
    spelt.some((number) => number.equals(quantity.number));
  return texts.filter((prose) => isSpelt(prose) || isWritten(written, prose.text));
}

/** Whether a share has decimals: words are no finer than whole per cents, and a text that gives such shares gives this one so as well. */
const isFine = ({ family, step }: Quantity): boolean => family === RATIO && step.compare(0.01) < 0;

/** Whether a text has a figure as it is written somewhere, and not as a part of a longer one. */
function isWritten(figure: string, text: string): boolean {
  const at = text.toLowerCase().indexOf(figure.toLowerCase());
  return (
    at !== -1 &&
    !/[\p{L}\d.,]$/u.test(text.slice(0, at)) &&
    !/^(?:[A-Za-z\d]|[.,]\d)/.test(text.slice(at + figure.length))
  );
}

const noneWords = /没有|未|无|零|不存在|\b(?:no|none|not|zero)\b/i;
const allWords = /全部|全数|悉数|全面|均|都|\b(?:all|every|fully)\b/i;

/** 没有, 未发生, 无 and the name say 0; 全部, 均 and the name, without 率, say 100%; in English “nine” says 9. */
function inWords(
  names: readonly string[],
  { number, family, qualifier }: Quantity,
  texts: readonly Prose[],
): readonly Prose[] {
  if (qualifier !== 'exact') return [];
  const words = number.equals(0) ? noneWords : family === '%' && number.equals(1) ? allWords : undefined;
  if (words === undefined) {
    const spelt = family === '%' ? undefined : numberWords(number.valueOf(), names);
    return spelt === undefined ? [] : texts.filter(({ text }) => spelt.test(text));
  }
  const stems = names.map((name) =>
    words === allWords ? name.replace(/(?:比例|率|\s(?:rate|share))$/, '') : name,
  );
  return texts.filter((prose) =>
    statementSpans(prose).some((span) => {
      const said = prose.text.slice(...span);
      return words.test(said) && stems.some((stem) => said.includes(stem));
    }),
  );
}
