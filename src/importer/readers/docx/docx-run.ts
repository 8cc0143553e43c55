import { isOn } from './docx-styles.ts';
import type { XmlAttributes } from './xml.ts';

/** A run while it is read. */
export interface OpenRun {
  readonly key: number;
  /** How deep it stands. */
  readonly depth: number;
  /** How many characters of it were read, as `Traced` counts them. */
  read: number;
  bold: boolean | undefined;
  hidden: boolean | undefined;
  style: string | undefined;
  /** `superscript`, `subscript` or `baseline`. */
  script: string | undefined;
  /** A font whose letters are signs. */
  font: string | undefined;
}

/** Reads a property of a run. */
export function describeRun(run: OpenRun, name: string, attributes: XmlAttributes): void {
  if (name === 'w:b') run.bold = isOn(attributes);
  if (name === 'w:vanish') run.hidden = isOn(attributes);
  if (name === 'w:rStyle') run.style = attributes['val'];
  if (name === 'w:vertAlign') run.script = attributes['val'];
  if (name === 'w:position' && run.script === undefined) run.script = scriptOf(Number(attributes['val']));
  if (name === 'w:rFonts') run.font = attributes['ascii'] ?? attributes['hAnsi'];
}

/** Text that is lifted by three points or more, as some write a power; the unit is half a point. */
const scriptOf = (lift: number): string | undefined =>
  lift >= 6 ? 'superscript' : lift <= -6 ? 'subscript' : undefined;

/** A run that begins. @param key which one it is @param depth how deep it stands */
export const openRun = (key: number, depth: number): OpenRun => ({
  key,
  depth,
  read: 0,
  bold: undefined,
  hidden: undefined,
  style: undefined,
  script: undefined,
  font: undefined,
});
