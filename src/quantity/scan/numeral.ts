const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/**
 * A whole number from 1 to 9999 in Chinese numerals as ordinals use them: 十 (not 一十), 二十一, 一百零一, 一百一十.
 * GB/T 15835-2011 §5. Outside that range the number comes back in Arabic digits.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const written = [...String(value)].map(Number);
  let out = '';
  let skipped = false;
  written.forEach((digit, index) => {
    if (digit === 0) skipped = true;
    else {
      if (skipped) out += '零';
      skipped = false;
      const unit = units[written.length - 1 - index] ?? '';
      out += digit === 1 && unit === '十' && out === '' ? unit : (digits[digit] ?? '') + unit;
    }
  });
  return out;
}

/** A number from 1 to 50 in a circle, ① to ㊿; beyond that in brackets: （51）. */
export function circledNumeral(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return `（${value}）`;
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** A positive whole number in small Roman numerals: i, ii, iii, iv. */
export function romanNumeral(value: number): string {
  let rest = value;
  let out = '';
  for (const [worth, written] of romans) for (; rest >= worth; rest -= worth) out += written;
  return out;
}

/** A positive whole number in letters: a … z, aa, ab …. */
export function letterNumeral(value: number): string {
  let rest = value;
  let out = '';
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  return out;
}
