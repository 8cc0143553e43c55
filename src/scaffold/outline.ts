import type { Report, Section } from '../model/report.ts';

/** A section of the new summary: what last year planned for it and what last year’s summary said of it. */
export interface OutlineNode {
  id: string | undefined;
  readonly planned: Section | undefined;
  said: Section | undefined;
  readonly children: OutlineNode[];
  /** Its title only names its part, as 2018年工作计划 does: in the summary it is called as last year’s summary was. */
  namesPart?: true;
}

const partNames = {
  plan: /(?:计划|安排|打算|思路)$|^(?:work )?plan\b/i,
  summary: /(?:总结|回顾)$|^(?:summary|review)\b/i,
} as const;

/**
 * The outline of the new summary: that of last year’s plan, then the sections of last year’s summary whose id or title
 * no section of the plan has, each at the end of the chapter of its name, which is made where it is missing. Chapters
 * of the summary all of whose sections went elsewhere are left out, unless they have an id, figures or a text of their own.
 */
export function summaryOutline(report: Report): OutlineNode[] {
  const sections = (kind: 'plan' | 'summary'): readonly Section[] =>
    report.parts.find((part) => part.kind === kind)?.sections ?? [];
  const planned = sections('plan').map(plannedNode);
  const ids = new Set(
    report.sections.filter(({ part }) => part.kind === 'summary').map(({ data }) => data.id),
  );
  const outline = new Outline(planned, ids);
  outline.joinParts(sections('summary'));
  for (const section of sections('summary')) outline.place(section);
  return planned;
}

/** Sections as they are: for parts that are not planned. */
export const saidNodes = (sections: readonly Section[]): OutlineNode[] =>
  sections.map((section) => ({
    id: section.data.id,
    planned: undefined,
    said: section,
    children: saidNodes(section.sections),
  }));

const plannedNode = (section: Section): OutlineNode => ({
  id: section.data.id,
  planned: section,
  said: undefined,
  children: section.sections.map(plannedNode),
});

class Outline {
  readonly #roots: OutlineNode[];
  /** Ids in last year’s summary: a section of the plan with one of them waits for that, whatever its title. */
  readonly #ids: ReadonlySet<string | undefined>;
  /** Every node, in no order that matters. */
  readonly #nodes: OutlineNode[] = [];
  readonly #counterparts = new Map<Section, OutlineNode>();

  constructor(roots: OutlineNode[], ids: ReadonlySet<string | undefined>) {
    this.#roots = roots;
    this.#ids = ids;
    const collect = (nodes: readonly OutlineNode[]): void =>
      nodes.forEach((node) => {
        this.#nodes.push(node);
        collect(node.children);
      });
    collect(roots);
  }

  /** Joins the outermost section that only names the plan to that which only names the summary, where there is one of each. */
  joinParts(summary: readonly Section[]): void {
    const [node, ...otherNodes] = this.#roots.filter(({ planned }) =>
      partNames.plan.test(planned?.data.title ?? ''),
    );
    const [section, ...others] = summary.filter(({ data }) => partNames.summary.test(data.title ?? ''));
    if (node === undefined || section === undefined || otherNodes.length + others.length > 0) return;
    // an id says what a section continues
    if (section.data.id !== node.id) return;
    node.namesPart = true;
    this.#join(section, node);
  }

  #join(section: Section, node: OutlineNode): void {
    node.said = section;
    node.id ??= section.data.id;
    this.#counterparts.set(section, node);
  }

  place(section: Section): void {
    const found = this.#counterparts.has(section) ? undefined : this.#find(section);
    if (found) this.#join(section, found);
    else if (section.sections.length === 0 || isMoreThanTitle(section)) this.#counterpart(section);
    for (const inner of section.sections) this.place(inner);
  }

  /** The node of the same id; else the one of the same title that has no other id and is not taken, one in the same chapter first. */
  #find({ data: { id, title }, parent }: Section): OutlineNode | undefined {
    const same = id === undefined ? undefined : this.#nodes.find((node) => node.id === id);
    // of two sections with one id, a mistake, the first has it
    if (same !== undefined) return same.said === undefined ? same : undefined;
    if (title === undefined) return undefined;
    const candidates = this.#nodes.filter(
      (node) =>
        node.said === undefined &&
        node.planned?.data.title === title &&
        (node.id === undefined || (id === undefined && !this.#ids.has(node.id))),
    );
    const chapter = parent && this.#counterparts.get(parent);
    return candidates.find((node) => (chapter?.children ?? this.#roots).includes(node)) ?? candidates[0];
  }

  /** The node of a section, made at the end of that of its chapter where there is none yet. */
  #counterpart(section: Section): OutlineNode {
    const known = this.#counterparts.get(section);
    if (known) return known;
    const siblings = section.parent ? this.#counterpart(section.parent).children : this.#roots;
    const taken = section.data.id !== undefined && this.#nodes.some(({ id }) => id === section.data.id);
    const node: OutlineNode = {
      id: taken ? undefined : section.data.id,
      planned: undefined,
      said: section,
      children: [],
    };
    siblings.push(node);
    this.#nodes.push(node);
    this.#counterparts.set(section, node);
    return node;
  }
}

const isMoreThanTitle = ({ data, metrics, tables, targets, results }: Section): boolean =>
  data.id !== undefined ||
  data.body !== undefined ||
  metrics.length + tables.length + targets.length + results.length > 0;
