import type { Section } from './report.ts';

/** Whether the title of a section or of one above it speaks of the year to come, whatever part it stands in: 2026年经营计划. */
export function looksAhead(section: Section | undefined, year: number | undefined): boolean {
  if (section === undefined) return false;
  const title = section.data.title ?? '';
  const isOfNext = year !== undefined && title.includes(String(year + 1)) && !title.includes(String(year));
  return (
    isOfNext ||
    /^(?:下一?步|下一?年|明年|来年)|\b(?:next year|year ahead|looking (?:ahead|forward)|outlook)\b/i.test(
      title,
    ) ||
    looksAhead(section.parent, year)
  );
}
