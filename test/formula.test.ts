import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  namesIn,
  parseFormula,
  type Expression,
  type Operator,
  type Span,
} from '../src/quantity/value/formula.ts';
import type { Vocabulary } from '../src/quantity/value/tokenize.ts';
import { sample } from './depth.ts';

const SEED = 20180117;
const names = [
  '完成整改',
  '牵头任务',
  'road-safety',
  'PM2.5浓度',
  '投资（万元）',
  '2017年招生',
  '完成整改.上年值',
  'a.previous',
  '“三二一”工程',
  '😀',
  '完成 整改 率',
];
const quotedOnly = ['a b', '甲 + 乙', 'x-1 (y)', '甲，乙', '甲－乙'];
const vocabulary: Vocabulary = {
  isSum: (word) => word === 'sum' || word === '求和',
  isName: (word) => names.includes(word),
};

/** The tree of a formula with a bracket around every operation, or its problem. */
function read(text: string): string {
  const formula = parseFormula(text, vocabulary);
  return 'problem' in formula ? formula.problem.message : show(formula.expression);
}

function show(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return `#${expression.text}`;
    case 'name':
      return expression.name;
    case 'negation':
      return `-${show(expression.of)}`;
    case 'operation':
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case 'sum':
      return `sum[${expression.items.map(show).join('; ')}]`;
  }
}

describe('formulas', () => {
  it.each([
    ['a + b * c', '(a + (b * c))', 'multiplication binds closer'],
    ['a * b + c / d', '((a * b) + (c / d))', 'multiplication binds closer'],
    ['a - b - c', '((a - b) - c)', 'differences group from the left'],
    ['a - b + c', '((a - b) + c)', 'sums and differences group from the left'],
    ['a / b / c * d', '(((a / b) / c) * d)', 'quotients group from the left'],
    ['a - (b - c)', '(a - (b - c))', 'brackets come first'],
    ['((a))', 'a', 'brackets may be doubled'],
    ['-a + b', '(-a + b)', 'a minus before a name belongs to it'],
    ['-a * b', '(-a * b)', 'a minus before a name belongs to it'],
    ['a * -b', '(a * -b)', 'a minus may follow an operator'],
    ['--a', '--a', 'a minus may be doubled'],
    ['-(a + b)', '-(a + b)', 'a minus may stand before a bracket'],
    ['甲×乙÷丙－丁＋戊−己', '(((((甲 * 乙) / 丙) - 丁) + 戊) - 己)', 'wide operators are operators'],
    ['投资（万元）/人数', '(投资（万元） / 人数)', 'full-width brackets belong to names'],
    ['（甲）+乙', '(甲 + 乙)', 'full-width brackets that belong to no name enclose'],
    ['（完成整改 ＋ 牵头任务）÷ 2', '((完成整改 + 牵头任务) / #2)', 'all of a formula may be full-width'],
    [
      '（投资（万元）－ 乙）×（丙＋丁）',
      '((投资（万元） - 乙) * (丙 + 丁))',
      'a name keeps its brackets within others',
    ],
    ['求和（甲，投资（万元））', 'sum[甲; 投资（万元）]', 'the brackets of a sum'],
    ['（甲 + 乙', 'formula-bracket', 'a full-width bracket wants its partner'],
    ['甲 ／ 乙 ＊ 丙', '((甲 / 乙) * 丙)', 'full-width signs'],
    ['=牵头任务/完成整改', '(牵头任务 / 完成整改)', 'as a spreadsheet has it'],
    ['＝ 甲 + 乙', '(甲 + 乙)', 'as a spreadsheet has it'],
    ['=', 'formula-empty', 'as a spreadsheet has it'],
    ['"a b" + "甲 + 乙"', '(a b + 甲 + 乙)', 'names with signs stand in quotes'],
    ['"sum" + "100%"', '(sum + 100%)', 'what stands in quotes is a name'],
    ['年度 投资额 + 甲 乙', '(年度 投资额 + 甲 乙)', 'words without an operator are one name'],
    ['完成 整改 率 - 完成整改', '(完成 整改 率 - 完成整改)', 'a declared name may hold spaces'],
    ['12 个月 * 完成整改', '(#12 个月 * 完成整改)', 'a unit may stand after a space'],
    ['road-safety - b-c', '(road-safety - b-c)', 'a hyphen inside a word belongs to it'],
    ['a -b', '(a - b)', 'a minus after a space is a minus'],
    ['a- b', '(a - b)', 'a minus before a space is a minus'],
    ['100%-甲', '(#100% - 甲)', 'a minus after a constant is a minus'],
    ['sum(a, b，c)', 'sum[a; b; c]', 'sums take commas of both widths'],
    ['求和(甲, 乙 * 丙) / 丁', '(sum[甲; (乙 * 丙)] / 丁)', 'sums take expressions'],
    ['sum(sum(a), -b)', 'sum[sum[a]; -b]', 'sums nest'],
    ['sum + 求和', '(sum + 求和)', 'the word alone is a name'],
    ['总额 * 12个月 / 100%', '((总额 * #12个月) / #100%)', 'constants may have a unit'],
    ['１２个 + 3.5', '(#１２个 + #3.5)', 'constants may be written in full width'],
    ['2017年招生 + 2018年招生', '(2017年招生 + #2018年招生)', 'a declared name may begin with a digit'],
    ['PM2.5浓度 - PM2.5浓度.上年值', '(PM2.5浓度 - PM2.5浓度.上年值)', 'names may have dots'],
    ['各级名师.省级.名校长 + 1人', '(各级名师.省级.名校长 + #1人)', 'cells are names'],
    [' a\n+\tb\u3000', '(a + b)', 'white space of any kind parts words'],
  ])('%s is %s: %s', (text, tree) => expect(read(text)).toBe(tree));

  it.each([
    ['', 'formula-empty', [0, 0], ''],
    ['  ', 'formula-empty', [2, 2], ''],
    ['a +', 'formula-operand', [3, 3], ''],
    ['a + * b', 'formula-operand', [4, 5], '*'],
    ['* a', 'formula-operand', [0, 1], '*'],
    ['+a', 'formula-operand', [0, 1], '+'],
    ['a + ()', 'formula-operand', [5, 6], ')'],
    ['sum()', 'formula-operand', [4, 5], ')'],
    ['sum(a,)', 'formula-operand', [6, 7], ')'],
    ['sum(,a)', 'formula-operand', [4, 5], ','],
    ['a "b c"', 'formula-operator', [2, 7], 'b c'],
    ['完成整改 整改 / 2', 'formula-operator', [5, 7], '整改'],
    ['完成整改 12', 'formula-operator', [5, 7], '12'],
    ['a, b', 'formula-operator', [1, 2], ','],
    ['a (b)', 'formula-operator', [2, 3], '('],
    ['投资(万元)', 'formula-operator', [2, 3], '('],
    ['(a + b', 'formula-bracket', [0, 1], '('],
    ['((a) + b', 'formula-bracket', [0, 1], '('],
    ['a + (b', 'formula-bracket', [4, 5], '('],
    ['a + b)', 'formula-bracket', [5, 6], ')'],
    ['sum(a, b', 'formula-bracket', [3, 4], '('],
    ['(a "b")', 'formula-operator', [3, 6], 'b'],
    ['(a, b)', 'formula-operator', [2, 3], ','],
    ['sum(a "b")', 'formula-operator', [6, 9], 'b'],
    ['sum(a', 'formula-bracket', [3, 4], '('],
    ['a + "b', 'formula-quote', [4, 6], 'b'],
    [`${'('.repeat(201)}a${')'.repeat(201)}`, 'formula-deep', [200, 201], '('],
    [`${'-'.repeat(201)}a`, 'formula-deep', [200, 201], '-'],
  ])('%s: %s at %j', (text, message, span, found) =>
    expect(parseFormula(text, vocabulary)).toEqual({ problem: { message, span, found } }),
  );

  it('keep the place of every part, whatever the spaces and brackets', () => {
    let parts = 0;
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat(999)), (shape, choices) => {
        const printer = new Printer(choices);
        const { expression } = printer.print(shape, 0);
        const formula = parseFormula(printer.text, vocabulary);
        expect(formula, printer.text).toEqual({ expression });
        for (const part of partsOf(expression)) {
          const slice = printer.text.slice(...part.span);
          expect(read(slice), `${slice} of ${printer.text}`).toBe(show(part));
          parts++;
        }
        const found = namesIn(expression);
        expect(found).toEqual(partsOf(expression).filter(({ kind }) => kind === 'name'));
        expect(found.map(({ span }) => span[0])).toEqual(
          found.map(({ span }) => span[0]).sort((a, b) => a - b),
        );
      }),
      { seed: SEED, numRuns: sample(2000) },
    );
    console.log(`seed ${SEED}: 2000 formulas, ${parts} parts, 0 wrong`);
    expect(parts).toBeGreaterThan(sample(9000));
  });

  it('of any characters are read or refused at a place of theirs', () => {
    const unit = fc.constantFrom(
      'a',
      '甲',
      '😀',
      '1',
      '.',
      ' ',
      '+',
      '-',
      '－',
      '×',
      '/',
      '(',
      ')',
      '（',
      '）',
      ',',
      '，',
      '"',
      'sum',
      '求和',
      '%',
      '\\',
      '{',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const formula = parseFormula(text, vocabulary);
        const spans: readonly Span[] =
          'problem' in formula ? [formula.problem.span] : partsOf(formula.expression).map(({ span }) => span);
        for (const [start, end] of spans)
          expect(0 <= start && start <= end && end <= text.length, text).toBe(true);
      }),
      { seed: SEED, numRuns: sample(5000) },
    );
  });
});

describe('long formulas', () => {
  it('with 10,000 nested brackets are refused, not a crash', () => {
    expect(read(`${'('.repeat(10_000)}a${')'.repeat(10_000)}`)).toBe('formula-deep');
    expect(read(`${'sum('.repeat(10_000)}a${')'.repeat(10_000)}`)).toBe('formula-deep');
    expect(read(`${'-'.repeat(10_000)}a`)).toBe('formula-deep');
    expect(read('('.repeat(10_000))).toBe('formula-deep');
  });

  it('with 200 nested brackets are read', () =>
    expect(read(`${'('.repeat(200)}a${')'.repeat(200)}`)).toBe('a'));

  it.each([
    ['a sum by signs', (terms: string[]) => terms.join(' + ')],
    ['a sum by word', (terms: string[]) => `sum(${terms.join(', ')})`],
    ['brackets one after another', (terms: string[]) => terms.map((term) => `(${term})`).join(' * ')],
  ])('of 20,000 terms are read in order: %s', (_, write) => {
    const terms = Array.from({ length: 20_000 }, (_, index) => `项${index}`);
    const formula = parseFormula(write(terms), vocabulary);
    expect('expression' in formula && namesIn(formula.expression).map(({ name }) => name)).toEqual(terms);
  });

  it('of words without an operator are one name', () => {
    expect(read('甲 '.repeat(5000))).toBe('甲 '.repeat(5000).trim());
  });
});

type Tree =
  | { readonly kind: 'name' | 'constant'; readonly text: string }
  | { readonly kind: 'negation'; readonly of: Tree }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'sum'; readonly items: readonly Tree[] };

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.record({ kind: fc.constant('name' as const), text: fc.constantFrom(...names, ...quotedOnly) }),
    fc.record({
      kind: fc.constant('constant' as const),
      text: fc.constantFrom('100%', '12个月', '3.5', '１２', '695处'),
    }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+' as const, '-', '*', '/'),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+' as const, '-', '*', '/'),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ kind: fc.constant('negation' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constant('sum' as const),
      items: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

const signs: Readonly<Record<Operator, readonly string[]>> = {
  '+': ['+', '＋'],
  '-': ['-', '－', '−'],
  '*': ['*', '×'],
  '/': ['/', '÷'],
};

/** Writes a tree as a formula, with brackets where it needs them and now and then where it does not. */
class Printer {
  text = '';
  readonly #choices: Iterator<number>;

  constructor(choices: Iterator<number>) {
    this.#choices = choices;
  }

  #one<T>(list: readonly T[]): T {
    return list[(this.#choices.next().value as number) % list.length] as T;
  }

  #space(): void {
    this.text += this.#one(['', ' ', '  ']);
  }

  /** `binding`: how close what stands around it binds; 1 a sum, 2 a product, 3 a minus. */
  print(shape: Tree, binding: number): { readonly expression: Expression } {
    const own =
      shape.kind === 'operation'
        ? shape.operator === '+' || shape.operator === '-'
          ? 1
          : 2
        : shape.kind === 'negation'
          ? 3
          : 4;
    const brackets = own < binding ? this.#one([1, 1, 2]) : this.#one([0, 0, 0, 0, 0, 1]);
    for (let open = 0; open < brackets; open++) this.text += this.#one(['(', '( ']);
    const start = this.text.length;
    const expression = this.#inner(shape, own, start);
    for (let open = 0; open < brackets; open++) this.text += this.#one([')', ' )']);
    return { expression };
  }

  #inner(shape: Tree, own: number, start: number): Expression {
    const span = (): Span => [start, this.text.length];
    switch (shape.kind) {
      case 'name': {
        const quoted = quotedOnly.includes(shape.text) || this.#one([false, false, true]);
        this.text += quoted ? `"${shape.text}"` : shape.text;
        return { kind: 'name', name: shape.text, span: span() };
      }
      case 'constant':
        this.text += shape.text;
        return { kind: 'constant', text: shape.text, span: span() };
      case 'negation': {
        this.text += this.#one(signs['-']);
        this.#space();
        return { kind: 'negation', of: this.print(shape.of, own).expression, span: span() };
      }
      case 'operation': {
        const left = this.print(shape.left, own).expression;
        // a minus right after a word and right before another would be a hyphen
        this.text += ' ';
        this.text += this.#one(signs[shape.operator]);
        this.#space();
        return {
          kind: 'operation',
          operator: shape.operator,
          left,
          right: this.print(shape.right, own + 1).expression,
          span: span(),
        };
      }
      case 'sum': {
        this.text += this.#one(['sum(', '求和(', 'sum (']);
        const items = shape.items.map((item, index) => {
          if (index > 0) this.text += this.#one([',', '，', ', ', ' ，']);
          return this.print(item, 0).expression;
        });
        this.text += this.#one([')', ' )']);
        return { kind: 'sum', items, span: span() };
      }
    }
  }
}

/** Every part of an expression, itself first, from left to right. */
function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'name':
    case 'constant':
      return [expression];
    case 'negation':
      return [expression, ...partsOf(expression.of)];
    case 'operation':
      return [expression, ...partsOf(expression.left), ...partsOf(expression.right)];
    case 'sum':
      return [expression, ...expression.items.flatMap(partsOf)];
  }
}
