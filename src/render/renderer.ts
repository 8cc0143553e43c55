import type { Report } from '../model/report.ts';

export interface RenderOptions {
  /** Whether the rendering is stamped 草稿 / DRAFT. */
  readonly draft: boolean;
  /** Whether what is not published is printed too: lead offices, targets, outcomes. */
  readonly internal: boolean;
}

/** A format of reports: a pure function to the text of a file. */
export type Renderer = (report: Report, options: RenderOptions) => string;
