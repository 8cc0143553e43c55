import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';

/** What of a sentence tells that its words are no claim on what was done: plans, wishes, doubts. */
export const notYetDone =
  /明年|来年|将|确保|力争|预计|拟|争取|年底前|月底前|下一步|要求|尽快|逐步|有望|即将|努力|推动|未|没有?|尚|能否|如果|其余|其他|剩余|余下|此外|目标是|为了?/u;

/** Whether a figure is a count of things that words may claim something of. */
export const isClaimedCount = ({ family, kind, qualifier, movement, per }: Quantity): boolean =>
  family !== '%' &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  (qualifier === 'exact' || qualifier === 'at-least') &&
  movement === undefined &&
  per.length === 0;

/** The words of a clause before a place in it. */
export const clauseUpTo = (sentence: Sentence, at: number): string =>
  /(?<![^，,；;：:。])[^，,；;：:。]*$/.exec(between(sentence, at - 40, at))?.[0] ?? '';
