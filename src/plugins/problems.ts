import type { Words } from '../diagnostic.ts';

/** What is wrong with the rules of a plugin, each with the rule that it is wrong with. */
export class Problems {
  readonly all: Words[] = [];
  #rule: Words = { en: '', zh: '' };

  /** What follows is wrong with this rule. */
  of(rule: Words): void {
    this.#rule = rule;
  }

  add(en: string, zh: string): void {
    const { en: rule, zh: ruleZh } = this.#rule;
    this.all.push({ en: rule === '' ? en : `${rule}: ${en}`, zh: ruleZh === '' ? zh : `${ruleZh}：${zh}` });
  }

  /** A part that has to be there, and how it is written. */
  missing(what: string, form: string | Words): void {
    const { en, zh } = inBoth(form);
    this.add(`“${what}” is missing; write ${en}`, `缺少“${what}”，应写${zh}`);
  }

  /** A part that is written in another form than it has to be. */
  wrong(what: string, form: string | Words): void {
    const { en, zh } = inBoth(form);
    this.add(`“${what}” should be ${en}`, `“${what}”应写成${zh}`);
  }
}

/** Code is the same in both languages. */
const inBoth = (form: string | Words): Words =>
  typeof form === 'string' ? { en: form, zh: ` ${form}` } : form;
