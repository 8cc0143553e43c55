import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import { isPlain } from '../changes/change-claims.ts';
import type { ToldFigure } from '../english-figures.ts';
import { isOfFamily, isTotal, type Component } from './part-lists.ts';
import { isYearNumber } from './part-pieces.ts';

/** A part with the words on either side. */
export interface ToldPart extends Component {
  readonly told: ToldFigure;
}

/** Words that make of figures some of the parts, or none. */
export const ofSome =
  /\b(?:including|of which|of whom|among (?:them|these|others)|such as|mainly|mostly|chiefly|notably|especially|up|down|from|than|against|compared|target|plan(?:ned)?|last year|at least|average)\b/i;

/** Whether a figure of an English sentence may be a total. */
export const mayBeTotal = (total: Quantity, sentence: Sentence): boolean =>
  isPlain(total) && total.movement?.to !== false && !isYearNumber(total) && isTotal(total, sentence);

/** Between two parts of a list. */
export const partJoint = /^[^.:]{0,110}(?:[,;]|\band\b|\bor\b)[^.:]{0,60}$/;
/** 250 of them in new homes: of a part, which stands before it. */
export const ofParts = /^ of (?:them|these|those|which|whom)\b/;

/** Whether a figure may be a part of a total. */
export const mayBePart = (figure: Quantity, total: Quantity): boolean =>
  isOfFamily(figure, total) && isPlain(figure) && !figure.movement && !isYearNumber(figure);

/** A figure as a part, with its name and what it counts. */
export function toldPart(told: ToldFigure): ToldPart {
  const { figure, behind, lead } = told;
  const after = (/^[^,;.():]*/.exec(behind)?.[0] ?? '').replace(/ (?:and|or|while|with)(?: the)?\s*$/, '');
  const words = lead.slice(-60).trimEnd();
  const before =
    after.trim() === ''
      ? (/(?<![^,;.():])[^,;.():]*$/.exec(words.endsWith('(') ? words.slice(0, -1) : words)?.[0] ?? '')
      : '';
  const name = before.replace(/^\s*(?:and|or|the|to|for)\s+/, '').trim();
  return {
    told,
    figure,
    words: `${name === '' ? '' : `${name} `}${figure.text}${after.trimEnd()}`,
    label: `${name} ${after}`.trim(),
  };
}
