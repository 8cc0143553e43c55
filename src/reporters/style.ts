import type { Severity } from '../diagnostic.ts';

/** How words are set off on a terminal. */
export interface TerminalStyle {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour. */
export const plain: TerminalStyle = {
  severity: { error: same, warning: same, info: same },
  bold: same,
  dim: same,
  good: same,
};

/** Colour where it is wanted; only then is the library loaded. */
export async function loadStyle(colour: boolean): Promise<TerminalStyle> {
  if (!colour) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    severity: { error: chalk.red.bold, warning: chalk.yellow.bold, info: chalk.cyan.bold },
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
  };
}

/** Whether an output is to be coloured: a terminal, unless NO_COLOR is set; anything, where FORCE_COLOR is. */
export function wantsColour(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
