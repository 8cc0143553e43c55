import { audiences, type Format } from '../messages/formats.ts';
import type { Reporter } from './reporter.ts';

/** A format of findings; each loads its own code. */
export interface FindingsFormat extends Format {
  readonly load: () => Promise<Reporter>;
}

/** Every format of findings, by name, in the order of the help. */
export const reporters = {
  text: { audience: audiences.people, load: async () => (await import('./text.ts')).textReporter },
  json: { audience: audiences.programs, load: async () => (await import('./json.ts')).jsonReporter },
  sarif: { audience: audiences.scanning, load: async () => (await import('./sarif.ts')).sarifReporter },
  github: { audience: audiences.annotations, load: async () => (await import('./github.ts')).githubReporter },
  gitlab: { audience: audiences.quality, load: async () => (await import('./gitlab.ts')).gitlabReporter },
  junit: { audience: audiences.tests, load: async () => (await import('./junit.ts')).junitReporter },
  markdown: {
    audience: audiences.comments,
    load: async () => (await import('./markdown.ts')).markdownReporter,
  },
} as const satisfies Readonly<Record<string, FindingsFormat>>;

/** The name of a format of findings. */
export type FindingsFormatName = keyof typeof reporters;
