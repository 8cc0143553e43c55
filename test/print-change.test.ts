import { describe, expect, it } from 'vitest';
import { measuredOf, plus, type Measured } from '../src/quantity/value/arithmetic.ts';
import { printChange, printGrowth } from '../src/quantity/value/print-change.ts';
import { parseQuantity } from '../src/quantity/scan/scan.ts';

function measured(text: string): Measured {
  const quantity = parseQuantity(text);
  const read = quantity && measuredOf(quantity);
  if (read === undefined) throw new Error(`${text} is no figure`);
  return read;
}

const told = (before: string, after: string, language: 'zh' | 'en' = 'zh') => {
  const [was, now] = [measured(before), measured(after)];
  return [printChange(now, plus('-', now, was), language), printGrowth(now, was, language)];
};

describe('a change', () => {
  it.each([
    ['125公里', '150公里', '增加25公里', '增长20%'],
    ['86万人', '88万人', '增加2万人', '增长2%'],
    ['30.5公里', '36.6公里', '增加6.1公里', '增长20%'],
    ['1200份', '1250份', '增加50份', '增长4.2%'],
    ['4处', '3处', '减少1处', '下降25%'],
    ['100人', '200多人', '增加超过100人', '增长超过100%'],
    ['100人', '超过150人', '增加超过50人', '增长超过50%'],
    ['100人', '150人以上', '增加不低于50人', '增长不低于50%'],
    ['100人', '近200人', '增加不足100人', '增长不足100%'],
    ['300人', '200多人', '减少不足100人', '下降不足33.3%'],
    ['300人', '近200人', '减少超过100人', '下降超过33.3%'],
    ['1000人', '约1500人', '增加约500人', '增长约50%'],
    ['1500人', '约1000人', '减少约500人', '下降约33.3%'],
  ])('from %s to %s says how sure it is, and its growth says the same', (before, after, change, growth) =>
    expect(told(before, after)).toEqual([change, growth]),
  );

  it('keeps the blank behind a code of money, and takes a mark out of five as points', () => {
    expect(told('EUR 1.2 million', 'EUR 1.4 million', 'en')[0]).toBe('increased by about EUR 200,000');
    expect(told('4.2 out of 5', '4.4 out of 5', 'en')[0]).toBe('increased by 0.2');
  });

  it('says so in English', () => {
    expect(told('$100', 'more than $150', 'en')).toEqual(['increased by over $50', 'grew by over 50%']);
    expect(told('$300', 'nearly $200', 'en')).toEqual(['decreased by over $100', 'fell by over 33.3%']);
  });

  it('from a rounded figure to one with one end says what is sure, and no growth', () => {
    expect(told('1.7亿元', '超过2.04亿元')).toEqual(['增加超过2900万元', undefined]);
    expect(told('1.7亿元', '超过1.74亿元')).toEqual([undefined, undefined]);
  });
});
