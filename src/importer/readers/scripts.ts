const over: Readonly<Record<string, string>> = pairs(
  '0123456789+-−–=()（）niabcdefghjklmoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
const under: Readonly<Record<string, string>> = pairs(
  '0123456789+-−–=()（）aeoxhklmnpstijruv',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ',
);

function pairs(plain: string, set: string): Record<string, string> {
  const signs = [...set];
  return Object.fromEntries([...plain].map((sign, index) => [sign, signs[index] as string]));
}

const digits = /[0-9+\-−–=()（）]/g;

/** The mark of a note, which its brackets part from figures. */
const bracketedMark = /^\s?[[［〔]\d{1,3}[\]］〕]\s?$/;

/** Text that is set above the line, with raised digits, so that no figure takes them in: 10⁸, m², 公里¹. Letters (5th, ™) and marks of notes in brackets ([2]) are as they are. */
export const raised = (text: string): string =>
  bracketedMark.test(text) ? text : text.replaceAll(digits, (sign) => over[sign] ?? sign);

/** Text that is set below the line. Digits right behind a letter are as every text has them, CO2 and PM2.5; others are lowered. */
export const lowered = (text: string, before: string): string =>
  /[A-Za-z]$/.test(before) ? text : text.replaceAll(digits, (sign) => under[sign] ?? sign);

/** The same in a formula, where letters are raised too; `^(…)` where a sign has no raised form. */
export const power = (text: string): string =>
  text === '' ? '' : (inSigns(text, over) ?? `^${bracketed(text)}`);

/** The index of a formula. */
export const index = (text: string): string =>
  text === '' ? '' : (inSigns(text, under) ?? `_${bracketed(text)}`);

/** Text of a formula in brackets where it is more than one figure or name. */
export const bracketed = (text: string): string => (/^[\p{L}\p{N}.%√]*$/u.test(text) ? text : `(${text})`);

const inSigns = (text: string, signs: Readonly<Record<string, string>>): string | undefined =>
  [...text].every((sign) => signs[sign] !== undefined)
    ? [...text].map((sign) => signs[sign]).join('')
    : undefined;
