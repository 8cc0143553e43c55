import type { Calendar } from '../dates/calendar.ts';
import type { Left } from './head/chrome.ts';
import { inFigures, namesBody, signingDay } from './outline/cover-lines.ts';
import { dateOf, englishDate, onCalendar } from './head/text-dates.ts';

/** The lines that were left out for a reason. */
export const leftLines = (left: readonly Left[], why: Left['why']): string =>
  left.flatMap((each) => (each.why === why ? [each.text] : [])).join('\n');

/** The day on which a document was signed, as YYYY-MM-DD: by its signature, its cover, its front matter (`told`), or the notice that it is sent with. */
export const signedOn = (
  text: string,
  left: readonly Left[],
  calendar: Calendar,
  told: string | undefined,
): string | undefined =>
  dayIn(leftLines(left, 'signature'), calendar) ??
  dayIn(coverDay(left), calendar) ??
  told ??
  dayIn(signedWithin(text), calendar);

/** A signature in the middle of a text, of the notice that a plan is sent with: the body and below it the day; nothing where there are several. */
function signedWithin(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const days = lines.filter((line, at) => signingDay.test(line) && namesBody(lines[at - 1] ?? ''));
  return days.length === 1 ? (days[0] as string) : '';
}

/** The line of a cover that is a day. */
const coverDay = (left: readonly Left[]): string =>
  left.find(({ why, text }) => why === 'cover' && signingDay.test(text.trim()))?.text ?? '';

const englishDay = new RegExp(`\\b${englishDate}`, 'i');

/** The day that some words name, as YYYY-MM-DD. */
export function dayIn(written: string, calendar: Calendar): string | undefined {
  const text = inFigures(written);
  const [, y, m = '', d = ''] = /(20\d{2}) ?[-/年.] ?(\d{1,2}) ?[-/月.] ?(\d{1,2})/.exec(text) ?? [];
  if (y !== undefined) return onCalendar(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, calendar);
  const english = englishDay.exec(text)?.[0];
  const read = english === undefined ? undefined : dateOf(english, calendar);
  return read !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(read) ? read : undefined;
}
