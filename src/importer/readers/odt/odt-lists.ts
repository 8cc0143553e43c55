import { countIn } from '../counter.ts';
import type { XmlAttributes } from '../docx/xml.ts';

/** A level of a list style: how it counts, and what stands around its number. */
interface OdtLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels its number shows. */
  readonly shown: number;
  readonly start: number;
}

/** How ODF names ways to count (OpenDocument 1.3, 19.500), by what `countIn` knows. */
function formatOf(format: string): string {
  const plain: Readonly<Record<string, string>> = {
    '': 'none',
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  };
  if (plain[format] !== undefined) return plain[format];
  if (format.startsWith('一')) return 'chineseCounting';
  if (/^[壹壱]/.test(format)) return 'chineseLegalSimplified';
  if (format.startsWith('①')) return 'decimalEnclosedCircle';
  if (format.startsWith('甲')) return 'ideographTraditional';
  if (format.startsWith('子')) return 'ideographZodiac';
  return format.startsWith('１') ? 'decimalFullWidth' : 'decimal';
}

/** The list styles of an OpenDocument text, and where each list of it has come to. */
export class OdtLists {
  readonly #styles = new Map<string, Map<number, OdtLevel>>();
  readonly #counts = new Map<string, number[]>();

  /** Takes a level of a style. */
  level(style: string, attributes: XmlAttributes): void {
    const {
      level = '1',
      'num-format': format = '',
      'num-prefix': prefix = '',
      'num-suffix': suffix = '',
    } = attributes;
    const levels = this.#styles.get(style) ?? new Map<number, OdtLevel>();
    levels.set(Number(level), {
      format: formatOf(format),
      prefix,
      suffix,
      shown: Number(attributes['display-levels'] ?? 1) || 1,
      start: Number(attributes['start-value'] ?? 1) || 1,
    });
    this.#styles.set(style, levels);
  }

  /** Begins a list anew. */
  restart(style: string): void {
    this.#counts.delete(style);
  }

  /** The number of the next item at a level, from 1; undefined where it shows none. */
  next(style: string, level: number, start?: number): string | undefined {
    const levels = this.#styles.get(style);
    const counts = this.#counts.get(style) ?? [];
    counts[level] = start ?? (counts[level] ?? (levels?.get(level)?.start ?? 1) - 1) + 1;
    counts.length = level + 1;
    this.#counts.set(style, counts);
    const own = levels?.get(level);
    if (!own || own.format === 'none') return undefined;
    const shown = Array.from({ length: own.shown }, (_, index) => level - own.shown + 1 + index).filter(
      (at) => at >= 1,
    );
    const numbers = shown.map((at) =>
      countIn(levels?.get(at)?.format ?? 'decimal', counts[at] ?? levels?.get(at)?.start ?? 1),
    );
    return own.prefix + numbers.filter((each) => each !== '').join('.') + own.suffix;
  }
}
