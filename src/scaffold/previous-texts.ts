import type { Reading } from '../reading/reading.ts';
import type { Language } from '../diagnostic.ts';
import { yearName } from '../dates/calendar.ts';
import { behindReference, printReference } from '../reading/print-reference.ts';
import { splitReferences } from '../model/split-references.ts';
import { resolveName, type Names, type Reference } from '../model/references.ts';
import type { Part, Report, Result, Section, Target } from '../model/report.ts';
import { keyName, valueName } from '../source/grammar.ts';
import { shiftYears } from './years.ts';

/** What last year’s draft said, as comments of the new one and as texts that go on standing. */
export class PreviousTexts {
  readonly #reading: Reading;
  readonly #report: Report;
  readonly #names: Names;
  readonly #year: number;
  readonly #language: Language;

  constructor(reading: Reading, year: number) {
    const { report } = reading;
    this.#reading = reading;
    this.#report = report;
    this.#names = reading.names;
    this.#year = year;
    this.#language = report.keys;
  }

  /** Last year’s text of a section or part, a paragraph a line. */
  text(body: string | undefined, part: Part): string[] {
    return this.#lines(body, part, `${this.#name(0)}${this.#zh ? '：' : ': '}`);
  }

  /** The title that a section had last year, where the plan gave it another. */
  title(title: string | undefined, part: Part): string[] {
    return this.#lines(title, part, this.#zh ? `${this.#name(0)}标题：` : `Title in ${this.#name(0)}: `);
  }

  /** What was planned for the year that is now over. */
  plan(body: string | undefined, part: Part): string[] {
    return this.#lines(body, part, this.#zh ? `${this.#name(1)}计划：` : `Planned for ${this.#name(1)}: `);
  }

  /** How last year’s draft answered a target, with what it gave as reason and promised as remedy. */
  result({ id, data: { outcome, level, actual, reason, remedy } }: Result, part: Part): string[] {
    const said = [
      outcome === undefined ? '' : valueName(outcome, this.#language),
      ...this.#pairs({ level, actual, reason, remedy }),
    ];
    return this.#lines(
      `${id}${this.#zh ? '：' : ': '}${this.#joined(said)}`,
      part,
      this.#zh ? `${this.#name(0)}完成情况：` : `Result for ${this.#name(0)}: `,
    );
  }

  /** What a target says beyond what a result repeats. */
  target({
    data: { goal, baseline, milestones = [], support = [], leader, origin, firm, metric },
    section: { part },
  }: Target): string[] {
    const steps = milestones
      .map(({ due = '', goal: step = '' }) => `${due} ${step}`.trim())
      .join(this.#zh ? '，' : ', ');
    const pairs = this.#pairs({
      goal,
      metric,
      baseline,
      milestones: steps,
      support: support.join(this.#zh ? '、' : ', '),
      leader,
      origin,
    });
    const stretch = firm === false ? [this.#zh ? '力争完成' : 'an aim, not a commitment'] : [];
    return this.#lines(this.#joined([...pairs, ...stretch]), part, '');
  }

  /** A table’s cells of last year. */
  cells(cells: readonly (string | null)[]): string {
    return this.text(
      cells.map((cell) => cell ?? '').join(this.#zh ? '、' : '; '),
      this.#report.parts[0] as Part,
    ).join(' ');
  }

  /**
   * A text that goes on standing, such as a title or a definition. References to figures stay where they will print
   * something; others become what they printed, or a placeholder. Of titles the years move on.
   */
  standing(written: string, part: Part | undefined, moves: boolean): string {
    return splitReferences(written)
      .map((segment) => {
        if (segment.kind === 'text')
          return (
            moves ? shiftYears(segment.text, this.#year, this.#report.calendar) : segment.text
          ).replaceAll('{{', '\\{{');
        return this.#reference(segment.name, resolveName(segment.name, this.#names), part, moves);
      })
      .join('');
  }

  #reference(name: string, reference: Reference, part: Part | undefined, moves: boolean): string {
    if (reference.kind === 'year') return String(this.#year + reference.offset + (moves ? 1 : 0));
    const prints =
      reference.kind === 'metric' &&
      reference.word === undefined &&
      reference.metric.data.formula === undefined;
    if (prints || reference.kind === 'cell') return `{{${name}}}`;
    if (reference.kind === 'section') return reference.section.data.title ?? '';
    return reference.kind === 'target'
      ? (printReference(reference, this.#reading, part) ?? this.#open(name))
      : this.#open(name);
  }

  /** What is to be filled in by hand, as each language marks it. */
  #open(name: string): string {
    return this.#zh ? `【${name}】` : `[TODO: ${name}]`;
  }

  #lines(body: string | undefined, part: Part, label: string): string[] {
    if (body === undefined) return [];
    const printed = splitReferences(body)
      .map((segment) =>
        segment.kind === 'text'
          ? segment.text
          : (printReference(
              resolveName(segment.name, this.#names),
              this.#reading,
              part,
              behindReference(body, segment.span),
            ) ?? `{{${segment.name}}}`),
      )
      .join('');
    return printed
      .split(/[\n\r\u0085\u2028\u2029]+/)
      .map((line) => line.replaceAll(/[\u0000-\u001F\u007F\uFEFF]/g, ' ').trim())
      .filter((line) => line !== '')
      .map((line) => label + line);
  }

  #pairs(values: Readonly<Record<string, string | undefined>>): string[] {
    return Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === ''
        ? []
        : [`${keyName(key, this.#language)}${this.#zh ? '：' : ': '}${value}`],
    );
  }

  #joined(parts: readonly string[]): string {
    return parts.filter((part) => part !== '').join(this.#zh ? '；' : '; ');
  }

  #name(offset: 0 | 1): string {
    return yearName(this.#year + offset, this.#report.calendar)[this.#zh ? 'zh' : 'en'];
  }

  get #zh(): boolean {
    return this.#language === 'zh';
  }
}

/** The file of its own in which a section stood, where it did, from the draft’s folder. */
export function fileOf({ path }: Section, { file }: Report): string | undefined {
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return path.length === 1 && path[0] !== file
    ? path[0].slice(path[0].startsWith(folder) ? folder.length : 0)
    : undefined;
}
