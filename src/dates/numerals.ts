const DIGITS = '〇一二三四五六七八九';

const digitOf = (character: string): number => DIGITS.indexOf(character.replace(/[○零]/, '〇'));

/** 十一 is 11, 三十 is 30, 廿 is not used. */
function numeral(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}

/** A Chinese date with its numerals in figures: 二〇一九年六月三十日 is 2019年6月30日, 三季度 is 3季度. */
export const parseNumeral = (text: string): string =>
  text
    .replaceAll(/[〇○零一二三四五六七八九]{4}(?=年|财年)/g, (year) => [...year].map(digitOf).join(''))
    .replaceAll(/(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=月|日|号|个?季度)/g, (found) =>
      String(numeral(found)),
    );
