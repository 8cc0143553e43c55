import type { Expression, Span } from './formula.ts';
import { isTooLarge, negative, over, plus, times, type Measured } from './arithmetic.ts';

/** What a name in a formula stands for: a figure, an empty cell, nothing yet, or something that is no figure. */
export type Operand =
  | { readonly kind: 'figure'; readonly measured: Measured }
  | { readonly kind: 'empty' | 'absent' | 'unreadable' };

/** Why a formula has no result, and where in it. */
export interface EvaluationProblem {
  readonly message: 'zero' | 'units' | 'unreadable' | 'too-large';
  readonly span: Span;
  /** Of a mismatch of units, the two sides. */
  readonly sides?: readonly [Measured, Measured];
}

/** A formula’s result; or what is wrong with it; or nothing, where an operand has no value yet. */
export type Evaluation =
  { readonly measured: Measured } | { readonly problem: EvaluationProblem } | undefined;

/** What a formula looks up: names, and constants as written. */
export interface Operands {
  readonly name: (name: string) => Operand;
  readonly constant: (text: string) => Measured | undefined;
}

/** Evaluates a formula over intervals. Linear in its length and without recursion: a sum may have thousands of terms. */
export function evaluate(expression: Expression, operands: Operands): Evaluation {
  const stack: Operand[] = [];
  for (const node of inPostOrder(expression)) {
    const made = step(node, stack, operands);
    if ('problem' in made) return made;
    stack.push(made);
  }
  const [result] = stack;
  return result?.kind === 'figure' ? { measured: result.measured } : undefined;
}

/** Every part of a formula after the parts it is made of. */
function inPostOrder(expression: Expression): readonly Expression[] {
  const order: Expression[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    order.push(next);
    if (next.kind === 'negation') open.push(next.of);
    else if (next.kind === 'operation') open.push(next.left, next.right);
    else if (next.kind === 'sum') for (const item of next.items) open.push(item);
  }
  return order.reverse();
}

type Made = Operand | { readonly problem: EvaluationProblem };

/** The operand that a part makes of those on the stack, which it takes away. */
function step(node: Expression, stack: Operand[], operands: Operands): Made {
  switch (node.kind) {
    case 'constant': {
      const measured = operands.constant(node.text);
      return measured
        ? { kind: 'figure', measured }
        : { problem: { message: 'unreadable', span: node.span } };
    }
    case 'name': {
      const operand = operands.name(node.name);
      return operand.kind === 'unreadable'
        ? { problem: { message: 'unreadable', span: node.span } }
        : operand;
    }
    case 'negation': {
      const of = stack.pop() as Operand;
      return of.kind === 'figure' ? { kind: 'figure', measured: negative(of.measured) } : of;
    }
    case 'sum':
      return stack
        .splice(stack.length - node.items.length)
        .reduce((total: Made, item) => join('+', total, item, node.span), { kind: 'empty' });
    case 'operation': {
      const right = stack.pop() as Operand;
      const left = stack.pop() as Operand;
      if (node.operator === '+' || node.operator === '-') return join(node.operator, left, right, node.span);
      return scaled(node.operator, left, right, node);
    }
  }
}

/** A sum or difference, in which an empty cell counts nothing. */
function join(operator: '+' | '-', left: Made, right: Operand, span: Span): Made {
  if ('problem' in left) return left;
  if (left.kind === 'absent' || right.kind === 'absent') return { kind: 'absent' };
  if (right.kind !== 'figure') return left;
  if (left.kind !== 'figure')
    return operator === '+' ? right : { kind: 'figure', measured: negative(right.measured) };
  const measured = plus(operator, left.measured, right.measured);
  return measured
    ? figure(measured, span)
    : { problem: { message: 'units', span, sides: [left.measured, right.measured] } };
}

/** A product or quotient; of an empty cell there is none. */
function scaled(
  operator: '*' | '/',
  left: Operand,
  right: Operand,
  node: Extract<Expression, { readonly kind: 'operation' }>,
): Made {
  if (left.kind !== 'figure' || right.kind !== 'figure') return { kind: 'absent' };
  const measured =
    operator === '*' ? times(left.measured, right.measured) : over(left.measured, right.measured);
  return measured ? figure(measured, node.span) : { problem: { message: 'zero', span: node.right.span } };
}

const figure = (measured: Measured, span: Span): Made =>
  isTooLarge(measured) ? { problem: { message: 'too-large', span } } : { kind: 'figure', measured };
