import type { Quantity } from '../../quantity/value/quantity.ts';

/** Units of things that are counted one by one. */
const counted =
  /^(?:|[人名位家户个份张所处次件项场期校村座条辆批宗台只艘栋幢套部篇款例起头株艇班间]|批次|people|children)$/;

/** Whether a figure is a whole number of things, of which each can be told: no money, measure, year or change. */
export const isThings = ({
  family,
  unit,
  kind,
  qualifier,
  movement,
  per,
  number,
  text,
  factor,
}: Quantity): boolean =>
  (kind === 'figure' || kind === 'chinese') &&
  qualifier === 'exact' &&
  movement === undefined &&
  per.length === 0 &&
  number.d === 1n &&
  factor.equals(1) &&
  (counted.test(family) || counted.test(unit)) &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));
