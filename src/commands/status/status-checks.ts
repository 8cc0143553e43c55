import { statusFormats } from '../../ledger/formats.ts';
import type { Calendar } from '../../dates/calendar.ts';
import { readDate } from '../../dates/dates.ts';
import { UserError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import type { LedgerRow } from '../../ledger/ledger-row.ts';
import type { LedgerDraft } from '../../ledger/status.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { unreadDate } from '../date-options.ts';
import { formatOf } from '../format.ts';
import type { StatusOptions } from './status-options.ts';

/** The last day of what --due asks for. @throws UserError where the drafts do not say what year it is in. */
export function dueAsked(due: string, calendar: Calendar): string {
  const read = readDate(due, { calendar });
  if (!('fault' in read)) return read.last;
  throw unreadDate('--due', due, read);
}

/** Refuses what goes with no bulletin. @throws UserError where other options speak against a bulletin, which is Markdown and speaks from its month’s last day. */
export function checkBulletin({ format, out, on }: StatusOptions, io: Io): void {
  if (on !== undefined)
    throw new UserError({
      en: '--bulletin speaks from the last day of its month; leave --on out',
      zh: '--bulletin 以当月最后一天为准，不能再写 --on',
    });
  if (format === 'json' || format === 'csv')
    throw new UserError({
      en: `--bulletin is written as Markdown or Word, not as ${format}`,
      zh: `--bulletin 只输出 Markdown 或 Word，不能输出 ${format}`,
    });
  formatOf({ format, out }, bulletinFormats, 'md', io);
}

/** What a bulletin is written in; plain text is its Markdown. */
export const bulletinFormats = { md: true, text: true, docx: true } as const;

/** Refuses what only a bulletin is written in. @throws UserError */
export function checkLedger({ format, out }: StatusOptions, io: Io): void {
  if (formatOf({ format, out }, statusFormats, 'text', io) === 'docx')
    throw new UserError({
      en: 'in Word there is the bulletin only: add --bulletin <month>, or write --to md',
      zh: 'Word 只用于通报：请加 --bulletin <月份>，或改用 --to md',
    });
}

/** Refuses states without a target. @throws UserError where a state is asked for that no target can be in */
export function checkStates({ failOn = [], stale }: StatusOptions): void {
  if (stale === 0 && failOn.includes('stale'))
    throw new UserError({
      en: '--stale 0 never takes a target for stale, so that --fail-on stale would find none; leave one of them out',
      zh: '--stale 0 不计没有报送进展的，--fail-on stale 就查不出什么；请去掉其中一个',
    });
}

/** Refuses an office that leads nothing. @throws UserError where no draft knows the office: nobody’s targets would look like none. */
export function checkLead(lead: string, rows: readonly LedgerRow[], drafts: readonly LedgerDraft[]): void {
  const leads = new Set([
    ...rows.map((row) => row.lead),
    ...drafts.flatMap(({ reading: { report } }) => report.sections.map(({ data }) => data.lead ?? '')),
  ]);
  leads.delete('');
  if (leads.has(lead)) return;
  const near = suggest(lead, leads);
  const known = {
    en:
      leads.size === 0
        ? 'none is named'
        : near === undefined
          ? `known: ${[...leads].join(', ')}`
          : `did you mean ${near}?`,
    zh:
      leads.size === 0
        ? '稿子都没有写“牵头”'
        : near === undefined
          ? `可写：${[...leads].join('、')}`
          : `是否想写“${near}”？`,
  };
  throw new UserError({
    en: `no draft names “${lead}” as a lead office; ${known.en}`,
    zh: `稿子里没有牵头单位“${lead}”；${known.zh}`,
  });
}
