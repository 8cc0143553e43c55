import type { Reading } from '../reading/reading.ts';
import type { Report } from '../model/report.ts';
import type { Composition } from './block.ts';
import { Composer } from './composer.ts';
import { onOneLine } from '../reading/controls.ts';
import type { RenderOptions } from './renderer.ts';
import { printDate } from '../dates/print-date.ts';
import { renderWords } from './words.ts';

/** A report as blocks in the order of its text, with references resolved: what is published, and with `internal` what is not. */
export function compose(reading: Reading, options: RenderOptions): Composition {
  const { report } = reading;
  const { draft, internal } = options;
  const { data, language, parts } = report;
  const composer = new Composer(reading, options);
  const tag = data.language ?? (language === 'zh' ? 'zh-CN' : 'en');
  const date = data.dated ?? data.published;
  const body = parts.filter(({ kind }) => kind !== 'annexes');
  const annexes = parts.filter(({ kind }) => kind === 'annexes');
  return {
    language,
    tag,
    stamps: [
      ...(draft ? [renderWords.draft[language]] : []),
      ...(internal ? [renderWords.internal[language]] : []),
    ],
    title: report.alone
      ? composer.titleOf(parts[0]?.sections[0])
      : composer.lineAt([...report.path, 'title'], data.title ?? '', undefined),
    documentNumber: onOneLine(data['document-number'] ?? ''),
    blocks: [
      ...(options.unread === undefined || options.unread.length === 0
        ? []
        : [{ kind: 'gap' as const, label: renderWords.unread[language], places: options.unread }]),
      ...(report.alone
        ? body.flatMap((part) => composer.alone(part))
        : body.flatMap((part) => composer.part(part, '', part.kind))),
      ...(date === undefined
        ? []
        : [
            {
              kind: 'signature' as const,
              organization: onOneLine(data.organization ?? ''),
              date: printDate(date, language, tag),
            },
          ]),
      ...annexes.flatMap((part, index) =>
        composer.part(part, annexLabel(report, annexes.length > 1 ? index + 1 : 0), `annex-${index + 1}`),
      ),
      ...composer.notes(),
    ],
  };
}

/** 附件, or 附件2 where there are several. */
function annexLabel({ language }: Report, number: number): string {
  if (number === 0) return renderWords.annex[language];
  return `${renderWords.annex[language]}${language === 'zh' ? '' : ' '}${number}`;
}
