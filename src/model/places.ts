import type { Part, Report, Section } from './report.ts';

/**
 * Every place of the page that a link (`[words](#road-safety)`) can name, with the anchor that stands there: parts and
 * sections by their position (`plan`, `annex-2`, `summary-2-1`), and sections by their `id`, for which that of the same part goes
 * first. What is printed without a heading or a number has no place.
 */
export function placesOf({ parts }: Report, from: Part | undefined): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const ids = new Map<string, string>();
  const visit = (part: Part, { data, number, sections }: Section, place: string): void => {
    if ((data.title ?? '').trim() !== '' || (data.number ?? number).trim() !== '') {
      places.set(place, place);
      if (data.id !== undefined && (part === from || !ids.has(data.id))) ids.set(data.id, place);
    }
    sections.forEach((each, index) => visit(part, each, `${place}-${index + 1}`));
  };
  const annexes = parts.filter(({ kind }) => kind === 'annexes');
  for (const part of parts) {
    const place = part.kind === 'annexes' ? `annex-${annexes.indexOf(part) + 1}` : part.kind;
    if (part.apart || part.numbering.parts !== 'run-on') places.set(place, place);
    part.sections.forEach((each, index) => visit(part, each, `${place}-${index + 1}`));
  }
  return new Map([...places, ...ids]);
}
