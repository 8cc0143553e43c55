import type { Finding, Language, Words } from '../diagnostic.ts';
import type { Expression, Operator } from '../quantity/value/formula.ts';
import { namesIn } from '../quantity/value/formula.ts';
import type { Figures } from './figures.ts';

const signs: Readonly<Record<Operator, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' };

/** Operands that are written out; of longer sums the beginning is shown. */
const SHOWN = 12;

/** A formula with every operand by its name and value: 完成整改691处 ÷ 发现隐患695处. Without recursion: a sum may have thousands of terms. */
export function calculationOf(expression: Expression, figures: Figures): Words {
  return { en: written(expression, figures, 'en'), zh: written(expression, figures, 'zh') };
}

function written(expression: Expression, figures: Figures, language: Language): string {
  let text = '';
  let shown = 0;
  const open: (string | Expression)[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') text += next;
    else if (next.kind === 'name' || next.kind === 'constant') {
      if (++shown > SHOWN)
        return `${text}…${language === 'zh' ? `（共${countOf(expression)}项）` : ` (${countOf(expression)} terms)`}`;
      text +=
        next.kind === 'constant' ? next.text : named(next.name, figures.operand(next.name).text, language);
    } else open.push(...partsOf(next, language).reverse());
  }
  return text;
}

const countOf = (expression: Expression): number => namesIn(expression).length;

/** A value with the name that it goes by: 完成整改691处, closed (691). */
export function named(name: string, value: string, language: Language): string {
  if (language === 'en') return value === '' ? `${name} (empty)` : `${name} (${value})`;
  // where name and value would run together
  return value === ''
    ? `${name}（空）`
    : /[.\w]/.test(name.slice(-1)) || name.includes('.')
      ? `${name}（${value}）`
      : `${name}${value}`;
}

/** What an operation is written with, in the order of the text. */
function partsOf(
  node: Exclude<Expression, { readonly kind: 'name' | 'constant' }>,
  language: Language,
): (string | Expression)[] {
  if (node.kind === 'negation') return ['−', ...bracketed(node.of, node.of.kind === 'operation')];
  if (node.kind === 'sum')
    return [
      language === 'zh' ? '求和(' : 'sum(',
      ...node.items.flatMap((item, index) => (index === 0 ? [item] : [', ', item])),
      ')',
    ];
  const { operator, left, right } = node;
  const isProduct = operator === '*' || operator === '/';
  const isSum = (part: Expression): boolean =>
    part.kind === 'operation' && (part.operator === '+' || part.operator === '-');
  const rightAside = right.kind === 'operation' && (isProduct || (operator === '-' && isSum(right)));
  return [...bracketed(left, isProduct && isSum(left)), signs[operator], ...bracketed(right, rightAside)];
}

const bracketed = (part: Expression, aside: boolean): (string | Expression)[] =>
  aside ? ['(', part, ')'] : [part];

/** Where the operands of a formula stand, each once, with name and value; of long sums the first few. */
export function operandPlaces(expression: Expression, figures: Figures): NonNullable<Finding['related']> {
  const names = [...new Set(namesIn(expression).map(({ name }) => name))].slice(0, 8);
  return names.flatMap((name) => {
    const { path, text } = figures.operand(name);
    return path === undefined ? [] : [{ path, note: noteOf(name, text) }];
  });
}

const noteOf = (name: string, text: string): Words => ({
  en: named(name, text, 'en'),
  zh: named(name, text, 'zh'),
});
