import type { Trap } from './repair.ts';

/** The offset after a quoted scalar; -1 where it is not closed. */
export function quotedEnd(text: string, at: number): number {
  const quote = text[at];
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === '\\' && quote === '"') index++;
    else if (text[index] === quote) {
      if (quote === "'" && text[index + 1] === "'") index++;
      else return index + 1;
    }
  }
  return -1;
}

/** A text that YAML would cut or misread, put in quotes. */
export function quoteTrap(text: string, start: number, end: number, at: number, message: string): Trap {
  const written = text.slice(start, end);
  const insert = /["\\]/.test(written) ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return {
    start: at,
    end: Math.min(at + 1, end),
    message,
    data: { text: written.length > 24 ? `${written.slice(0, 22)}…` : written },
    fix: { edits: [{ start, end, insert }], safe: true },
  };
}
