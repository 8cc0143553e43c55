import type { Language } from '../diagnostic.ts';
import type { Calendar } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';
import type { LedgerEntry, LedgerRow } from './ledger-row.ts';
import { printPeriod } from '../dates/print-period.ts';
import { markdownText } from './table-formats.ts';

/** Sentences of a bulletin, in one language; dates of the bulletin’s own year go without it. */
export class Sentences {
  readonly #language: Language;
  readonly #year: string;
  readonly #calendar: Calendar;

  /** @param month as YYYY-MM */
  constructor(month: string, calendar: Calendar, language: Language) {
    this.#calendar = calendar;
    this.#language = language;
    this.#year = month.slice(0, 4);
  }

  /** 基建科“主体结构封顶”：6月28日完成。 */
  closed(row: LedgerRow): string {
    return `${this.#subject(row)}${this.#outcome(row)}`;
  }

  /** 民政科“新增养老床位”：截至7月31日完成210张，占年度目标600张的35%。 */
  progress(row: LedgerRow, entry: LedgerEntry): string {
    const { value = '', date = '', note = '' } = entry;
    const said = clean(note);
    if (this.#language === 'zh') {
      const figure = value === '' ? '' : `${this.#zhFigure(row, entry)}`;
      const text =
        value === ''
          ? `截至${this.#day(date)}，${said}`
          : `截至${this.#day(date)}${figure}${said === '' ? '' : `；${said}`}`;
      return `${this.#subject(row)}${value === '' && said === '' ? `${this.#day(date)}有一条进展，没有写内容` : text}。`;
    }
    const day = this.#day(date);
    if (value === '' && said === '') return `${this.#subject(row)}: an entry of ${day} says nothing.`;
    if (value === '') return `${this.#subject(row)}: reported for ${day}: ${said}.`;
    return `${this.#subject(row)} ${this.#enFigure(row, entry, day)}.${said === '' ? '' : ` ${said.charAt(0).toUpperCase()}${said.slice(1)}.`}`;
  }

  /** 基建科2项：“主体结构封顶”上次报送3月31日；“年度投资”从未报送。 `office` is one with such targets. */
  silent(office: string, rows: readonly LedgerRow[]): string {
    const never = rows.filter(({ reported }) => reported === '').map(({ id }) => `“${markdownText(id)}”`);
    const once = rows.filter(({ reported }) => reported !== '');
    if (this.#language === 'zh') {
      const dated = once.map(({ id, reported }) => `“${markdownText(id)}”上次报送${this.#day(reported)}`);
      const undated = never.length === 0 ? [] : [`${never.join('')}${never.length > 1 ? '均' : ''}从未报送`];
      return `${office}${rows.length}项：${[dated.join('，'), ...undated].filter((part) => part !== '').join('；')}。`;
    }
    const dated = once.map(
      ({ id, reported }) => `“${markdownText(id)}” last reported on ${this.#day(reported)}`,
    );
    const undated = never.length === 0 ? [] : [`never reported: ${inSeries(never)}`];
    return `${office} (${rows.length}): ${[dated.join(', '), ...undated].filter((part) => part !== '').join('; ')}.`;
  }

  #subject({ lead, id }: LedgerRow): string {
    const [office, name] = [markdownText(lead), markdownText(id)];
    if (this.#language === 'zh') return `${office}“${name}”：`;
    return office === '' ? `“${name}”` : `${office}: “${name}”`;
  }

  #outcome(row: LedgerRow): string {
    return this.#language === 'zh' ? this.#zhOutcome(row) : this.#enOutcome(row);
  }

  #zhOutcome({ outcome, settled, due, value, level, reason, remedy, reasons }: LedgerRow): string {
    const day = settled === '' ? '' : this.#day(settled);
    const verb = {
      met: '完成',
      late: `逾期完成（时限${this.#day(due)}）`,
      partly: '记为部分完成',
      missed: '记为未完成',
      dropped: '取消',
      'no-data': '记为无数据',
      pending: '在办',
    }[outcome];
    const figures = [value && `实际${markdownText(value)}`, level && `目标值${markdownText(level)}`].filter(
      (text) => text !== '',
    );
    const head = [`${day}${verb}`, ...figures].join('，');
    const tail = [
      reason && `原因：${clean(reason)}。`,
      remedy && `措施：${clean(remedy)}。`,
      reasons.some(({ code }) => code === 'taken-up') ? '已列入计划。' : '',
    ];
    return `${head}。${tail.join('')}`;
  }

  #enOutcome({ outcome, settled, due, value, level, reason, remedy, reasons }: LedgerRow): string {
    const on = settled === '' ? '' : ` ${this.#onDay(settled)}`;
    const recorded = on === '' ? '' : ` (recorded${on})`;
    const verb = {
      met: `was met${on}`,
      late: `was met late${on === '' ? '' : `,${on}`} (due by ${this.#day(due)})`,
      partly: `was met in part${recorded}`,
      missed: `was missed${recorded}`,
      dropped: `was dropped${on}`,
      'no-data': `has no data${recorded}`,
      pending: 'is open',
    }[outcome];
    const [reached, asked] = [markdownText(value), markdownText(level)];
    const figures =
      reached === ''
        ? asked === ''
          ? ''
          : `, the target being ${asked}`
        : asked === ''
          ? `, at ${reached}`
          : `, at ${reached} against a target of ${asked}`;
    const tail = [
      reason && ` Reason: ${clean(reason)}.`,
      remedy && ` Remedy: ${clean(remedy)}.`,
      reasons.some(({ code }) => code === 'taken-up') ? ' The plan takes it up again.' : '',
    ];
    return ` ${verb}${figures}.${tail.join('')}`;
  }

  #zhFigure(row: LedgerRow, { value = '', share }: LedgerEntry): string {
    const [reached, level] = [markdownText(value), markdownText(row.level)];
    if (!isCounted(row, value)) return `为${reached}${level === '' ? '' : `，目标值${level}`}`;
    if (share === '') return `完成${reached}${level === '' ? '' : `，目标值${level}`}`;
    const target = `${this.#isOfYear(row) ? '年度目标' : '目标'}${isPlain(row.level) ? level : `（${level}）`}`;
    if (isAll(share)) return `完成${reached}，达到${this.#isOfYear(row) ? '年度目标' : '目标'}`;
    return `完成${reached}，${isMore(share) ? '为' : '占'}${target}的${share}`;
  }

  #enFigure(row: LedgerRow, { value = '', share }: LedgerEntry, day: string): string {
    const [reached, level] = [markdownText(value), markdownText(row.level)];
    const stood = `stood at ${reached} on ${day}`;
    if (level === '') return stood;
    if (!isCounted(row, value) || share === '') return `${stood}; the target is ${level}`;
    if (isAll(share)) return `${stood}, meeting ${this.#isOfYear(row) ? 'the year’s target' : 'the target'}`;
    return `${stood}, ${share} of ${this.#isOfYear(row) ? 'the year’s target' : 'the target'} ${isPlain(row.level) ? `of ${level}` : `(${level})`}`;
  }

  /** Whether what is due is due within the year of the bulletin. */
  #isOfYear({ dueOn }: LedgerRow): boolean {
    return dueOn.startsWith(this.#year);
  }

  /** When something happened: on 20 September, in September. */
  #onDay(written: string): string {
    const said = this.#day(written);
    return said.startsWith('the end of ') ? said.replace('the end of', 'in') : `on ${said}`;
  }

  /** A date as the end of what it means: 7月31日, 7月底, 第三季度末. */
  #day(written: string): string {
    const language = this.#language;
    const [period, own] = [periodOf(written, this.#calendar), written.startsWith(this.#year)];
    const said = markdownText(printPeriod(written, language));
    if (period === undefined) return said;
    const short =
      own && /^\d{4}.+/.test(written)
        ? said.replace(language === 'zh' ? /^\d{4}年/ : /(?<=[a-z\d]),? \d{4}$/, '')
        : said;
    if (period.first === period.last) return short;
    return language === 'zh'
      ? `${short}${/(?:季度|半年)$/.test(short) ? '末' : '底'}`
      : `the end of ${short}`;
  }
}

/** A text without the stops that a sentence of ours gives it. */
function clean(text: string): string {
  let end = text.trimEnd().length;
  while (end > 0 && '。．.；;，,'.includes(text.charAt(end - 1))) end--;
  return markdownText(text.slice(0, end).trim());
}

/** Whether a figure is a count that grows to its level; a rate, or what is to stay low, is not done but stands. */
const isCounted = ({ level, direction }: LedgerRow, value: string): boolean =>
  direction === 'higher' && !/[%％‰]|百分|per ?cent/i.test(level + value);

/** Whether a level is a bare figure, so that a share can be one of it: 600张, and not 600张以上 or 1—2所. */
const isPlain = (level: string): boolean =>
  !/[不至力超近约多余左右以上下内外—–~]|\d-\d|\b(?:at|or|about|over|under|more|less|up|between|some|nearly|almost|around|to)\b/.test(
    level,
  );

const isAll = (share: string): boolean => share === '100%';
const isMore = (share: string): boolean => Number.parseFloat(share.replaceAll(',', '')) > 100;

/** One, two and three: “a”, “b” and “c”. */
const inSeries = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
