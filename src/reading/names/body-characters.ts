import { isHan } from '../../quantity/characters.ts';

const outside: ReadonlySet<string> = new Set('的在和与及由向对从把被等了于为是至将让请');

/** Whether a character may stand in the name of a Chinese body: no 的 and no 和 does. 高等 is no 等. */
export const mayStandInBody = (text: string, at: number): boolean =>
  isHan(text.charCodeAt(at)) &&
  (!outside.has(text.charAt(at)) || (text[at] === '等' && '高中初特'.includes(text[at - 1] ?? ' ')));
