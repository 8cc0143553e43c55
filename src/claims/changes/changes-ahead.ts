import type { Quantity } from '../../quantity/value/quantity.ts';
import { changeKind } from '../../quantity/value/change.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { beforeOf, directionOf, isLike, isPlain, type ChangeClaim } from './change-claims.ts';

/** 由320公里, 从2024年的86件: where a step begins. */
const leadOf =
  /(?:[由从自](?:[^，。；,;、\d由从]{0,6}|[^，。；,;、\d由从]{0,3}(?:19|20)\d\d年?[末底初]?的?))$/;
/** What one level came to another by, whatever the verb: 延伸到, 压减至, 减为, 变为现在的. */
const cameTo =
  /^[^，。；,;、\d]{0,8}(?:到|至|为|成)(?:(?:(?:19|20)\d\d|[今本当])年?[末底]?的?|(?:现在|目前)的?)?$/u;
/** What leads from a change to the step that it tells of: ，使, 的是. */
const onwards =
  /^(?:[^，。；,;、\d]{0,10})(?:[，,](?:已|并)?(?:使得?|让|推动|带动|即|其中)?|的是)([^。；,;、\d]{0,24})$/u;
/** What says nothing of a subject. */
const idle = /全[市县区省镇校院局年]|总[数量长额]|已|共|也|均|整体|[，,]|数量|总体|平均/gu;

/**
 * Changes of a Chinese sentence that stand before the step that they tell of: 压减经费116万元，由860万元压减至744万元; 新增绿道66公里，使绿道由320公里
 * 延伸到386公里; 下降16.1%的是排污口，由460个减为386个.
 */
export function* changesAhead(sentence: Sentence): Generator<ChangeClaim> {
  if (sentence.figures.length < 3 || !/[由从自]/.test(sentence.text)) return;
  for (const [index, change] of sentence.figures.entries()) {
    const [before, after] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    const direction = before && after && aheadOf(sentence, change);
    if (!direction || !isStep(sentence, change, before, after)) continue;
    if (direction === (after.number.compare(before.number) < 0 ? 'down' : 'up'))
      yield { before: beforeOf(before), after, change, direction, years: 1 };
  }
}

/** Which way a change goes that may be told of what stands behind it; what is new or built adds to what there is. */
function aheadOf(sentence: Sentence, change: Quantity): 'up' | 'down' | undefined {
  if (!isLoose(change)) return undefined;
  const told = directionOf(sentence, change);
  if (told) return told;
  const lead = between(sentence, Math.max(sentence.start, change.span[0] - 16), change.span[0]);
  const clause = /(?<![^，。；,;、])[^，。；,;、]*$/.exec(lead)?.[0] ?? '';
  return /^(?:全年|共|累计)*(?:净?增加?|新增)/u.test(clause)
    ? 'up'
    : /^(?:全年|共|累计)*(?:压减|减少|核减|精简|削减|退出|压缩|缩短)/u.test(clause)
      ? 'down'
      : undefined;
}

/** Whether a figure is a number, or a little more or less than one: 三成以上. */
const isLoose = (figure: Quantity): boolean =>
  (figure.kind === 'figure' || figure.kind === 'chinese') &&
  /^(?:exact|odd|at-least|over|nearly)$/.test(figure.qualifier) &&
  figure.per.length === 0 &&
  figure.unit !== '倍' &&
  figure.unit !== '番';

/** Whether two figures are the levels of one thing, of which a change before them is told. */
function isStep(sentence: Sentence, change: Quantity, before: Quantity, after: Quantity): boolean {
  if (![before, after].every(isPlain) || !isLike(before, after) || changeKind(before, change) === undefined)
    return false;
  if (!cameTo.test(between(sentence, before.span[1], after.span[0]).replaceAll(BRACKET, ''))) return false;
  const words = between(sentence, change.span[1], before.span[0]).replaceAll(BRACKET, '');
  const lead = leadOf.exec(words.slice(-12))?.[0];
  if (lead === undefined) return false;
  const gap = words.slice(0, words.length - lead.length);
  const subject = onwards.exec(gap)?.[1]?.replaceAll(idle, '');
  return (
    subject === '' ||
    (subject !== undefined &&
      (/的是[^，,]{1,16}[，,]?$/.test(gap) || isNamed(sentence, change, gap, subject)))
  );
}

/** Whether the clause of a change names what the step behind it is of. */
function isNamed(sentence: Sentence, change: Quantity, gap: string, subject: string): boolean {
  const lead = between(sentence, Math.max(sentence.start, change.span[0] - 24), change.span[0]);
  const words =
    (/(?<![^，。；,;、])[^，。；,;、]*$/.exec(lead)?.[0] ?? '') + (/^[^，。；,;、]*/.exec(gap)?.[0] ?? '');
  const noun = words.replace(
    /^(?:全年|共|累计)*(?:净?增加?|新增|压减|减少|核减|精简|削减|退出|压缩|缩短|同比|下降|提高|提升|增长)/u,
    '',
  );
  return (
    subject.length >= 2 &&
    noun.length >= 2 &&
    (subject.includes(noun) ||
      noun.includes(subject) ||
      (subject.endsWith(noun.slice(-2)) && noun.length <= 4))
  );
}
