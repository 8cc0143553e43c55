import { partsOf } from '../readers/docx/docx-parts.ts';
import type { Zip } from '../readers/docx/zip.ts';
import { decoded } from './part-text.ts';
import { scanXml } from './scan-xml.ts';

/** What a copy of a Word file cannot keep, or its reader cannot do: a signature is of the file as it was, a protected text takes no change. */
export type Caution = 'signed' | 'protected';

/** What has to be said of a copy of a Word file that was changed. */
export function cautionsOf(zip: Zip): readonly Caution[] {
  const { settings } = partsOf(zip);
  const content = settings === undefined ? undefined : zip.read(settings);
  return [
    ...(isSigned(zip) ? (['signed'] as const) : []),
    ...(content && isProtected(decoded(content)) ? (['protected'] as const) : []),
  ];
}

/** Whether the package carries signatures (ECMA-376 part 2, 13): relations to their origin. */
const isSigned = (zip: Zip): boolean =>
  zip.has('_xmlsignatures/origin.sigs') || /digital-signature\/origin"/.test(relationsText(zip));

const relationsText = (zip: Zip): string => {
  const relations = zip.read('_rels/.rels');
  return relations ? decoded(relations) : '';
};

/** Whether editing is restricted (`w:documentProtection`, ECMA-376 part 1, 17.15.1.29). */
function isProtected(settings: string): boolean {
  let found = false;
  scanXml(settings, {
    open({ name, attributes: { enforcement = '0', edit = 'none' } }) {
      found ||= name === 'w:documentProtection' && /^(?:1|true|on)$/.test(enforcement) && edit !== 'none';
    },
    close: () => undefined,
  });
  return found;
}
