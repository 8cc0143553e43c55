import type { TableLabel } from '../../reading/table-labels.ts';
import { roleOf, type Role } from './table-words.ts';

/** A row or column that is a total by its name. */
export interface Total {
  readonly index: number;
  /** What it may be the total of, the likeliest first: where one of them adds up, the table is right. */
  readonly ways: readonly (readonly number[])[];
  /**
   * How sure it is that it is a sum: `plain`, a last line called 合计; `near`, where a sum that is far off is no sum at all; `backed`, where
   * others of its cells have to show it.
   */
  readonly sure: 'plain' | 'near' | 'backed';
}

/** How many totals of one kind are looked at with all that stands before them, so that long tables take linear time. */
const MOST = 20;

const rank: Readonly<Partial<Record<Role, number>>> = { subtotal: 1, group: 2, whole: 3, total: 3 };

/** The totals among the rows or the columns of a table, by their names alone. */
export function totalsAmong(labels: readonly TableLabel[]): readonly Total[] {
  const roles = labels.map(roleOf);
  const found = roles.flatMap((role, index) => (rank[role] === undefined ? [] : [index]));
  if (found.length === 0) return [];
  return found.flatMap((index) => {
    const total = new Among(labels, roles, index, found.length <= MOST).total();
    return total ?? [];
  });
}

/** One total among its parts. */
class Among {
  readonly #labels: readonly TableLabel[];
  readonly #roles: readonly Role[];
  readonly #index: number;
  readonly #isFew: boolean;

  constructor(labels: readonly TableLabel[], roles: readonly Role[], index: number, isFew: boolean) {
    this.#labels = labels;
    this.#roles = roles;
    this.#index = index;
    this.#isFew = isFew;
  }

  total(): Total | undefined {
    const role = this.#roles[this.#index] as Role;
    const grouped = this.#grouped();
    if (grouped !== undefined) return this.#of([grouped, ...this.#before()], 'plain');
    // 一、基础设施小计 before its parts, as the first line has it
    const leads = role === this.#roles[0] && role !== 'total' && this.#index > 0;
    const before = leads ? [...this.#behind(), ...this.#before()] : this.#before();
    const isLast = before.some(({ length }) => length > 1);
    // 小计 of one: what stands before it may be another group’s
    if (isLast)
      return this.#of(
        before,
        role === 'whole' ? 'backed' : this.#hasWithin() || role === 'group' ? 'near' : 'plain',
      );
    const behind = this.#behind();
    const withLed = [...behind, this.#ledBehind()];
    if (role === 'group' || !withLed.some(({ length }) => length > 1)) return undefined;
    return this.#of(
      withLed,
      role === 'whole' || !behind.some(({ length }) => length > 1) ? 'backed' : 'near',
    );
  }

  #of(ways: readonly (readonly number[])[], sure: Total['sure']): Total | undefined {
    const some = ways.filter(({ length }) => length > 1);
    return some.length === 0 ? undefined : { index: this.#index, ways: some, sure };
  }

  /** Of merged cells: what stands under the same words as the total, but for the word that makes it one. */
  #grouped(): readonly number[] | undefined {
    const own = this.#labels[this.#index]?.levels ?? [];
    if (own.length < 2 || !this.#isFew) return undefined;
    const isTotal = (word: string | undefined): boolean =>
      word !== undefined && rank[roleOf({ name: word, levels: [word], unit: undefined })] !== undefined;
    const [first, last] = [own[0], own.at(-1)];
    const pick = (same: (levels: readonly string[]) => boolean): readonly number[] =>
      this.#labels.flatMap(({ levels }, index) =>
        levels.length > 1 && this.#roles[index] === 'part' && same(levels) ? [index] : [],
      );
    const parts = isTotal(first)
      ? pick((levels) => levels.at(-1) === last)
      : isTotal(last)
        ? pick((levels) => levels[0] === first)
        : [];
    return parts.length > 1 ? parts : undefined;
  }

  #hasWithin(): boolean {
    return this.#isFew && this.#roles.includes('within');
  }

  #rankAt(index: number): number {
    return rank[this.#roles[index] as Role] ?? 0;
  }

  /** The lines that may make up a total below or behind them. */
  #before(): readonly (readonly number[])[] {
    const own = this.#rankAt(this.#index);
    let start = this.#index - 1;
    while (start >= 0 && this.#rankAt(start) < own) start--;
    const segment = range(start + 1, this.#index);
    const ways = [this.#withSubtotals(segment), this.#parts(segment), this.#partsAlone(segment)];
    if (!this.#isFew) return ways;
    const all = range(0, this.#index);
    const totals = all.filter((index) => this.#rankAt(index) > 0);
    const lastTotal = totals.at(-1) ?? -1;
    return [
      ...ways,
      this.#parts(all),
      totals,
      // 本年收入合计, 上年结转, 收入总计
      lastTotal < 0 ? [] : [lastTotal, ...this.#parts(range(lastTotal + 1, this.#index))],
      start < 0 ? [] : [start, ...this.#parts(segment)],
    ];
  }

  /** The lines that may make up a total above or before them. */
  #behind(): readonly (readonly number[])[] {
    const own = this.#rankAt(this.#index);
    let end = this.#index + 1;
    while (end < this.#labels.length && this.#rankAt(end) < own) end++;
    const segment = range(this.#index + 1, end);
    const lower = segment.filter((index) => this.#rankAt(index) > 0);
    return [lower.length > 0 ? lower : this.#parts(segment), this.#parts(segment), this.#partsAlone(segment)];
  }

  /** 总计, 其中：综合医院, 中医医院, 专科医院: the first part has the word for some, and the others are all that there are besides. */
  #ledBehind(): readonly number[] {
    const first = this.#index + 1;
    if (this.#roles[first] !== 'within' || !/^其\s*中/.test(this.#labels[first]?.name ?? '')) return [];
    const rest = range(first + 1, this.#labels.length);
    const end = rest.find((index) => this.#roles[index] !== 'part') ?? this.#labels.length;
    return range(first, end);
  }

  /** Sums on the way, and what stands behind the last of them. */
  #withSubtotals(segment: readonly number[]): readonly number[] {
    const lower = segment.filter((index) => this.#rankAt(index) > 0);
    const rest = segment.filter((index) => index > (lower.at(-1) ?? -1));
    return [...lower, ...this.#parts(rest)];
  }

  #parts(indexes: readonly number[]): readonly number[] {
    return indexes.filter((index) => this.#roles[index] === 'part');
  }

  /** Without what follows a part of a part, which may be another of its parts. */
  #partsAlone(indexes: readonly number[]): readonly number[] {
    const first = indexes.findIndex((index) => this.#roles[index] === 'within');
    return first < 0 ? [] : this.#parts(indexes.slice(0, first));
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
