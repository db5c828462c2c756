import { BadWorkbook } from './workbook-fault.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text that stands for this XML text. Throws `BadWorkbook` at an entity that XML itself does not define. */
export function textOfXml(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&([^;&]{0,10};?)/g, (_, name: string) => {
    if (!name.endsWith(';')) throw new BadWorkbook('damaged');
    const plain = name.slice(0, -1);
    const named = NAMED.get(plain);
    if (named !== undefined) return named;
    if (!plain.startsWith('#')) throw new BadWorkbook('unsafeXml');
    const hex = /^#x([0-9a-f]{1,6})$/i.exec(plain)?.[1];
    const decimal = /^#([0-9]{1,7})$/.exec(plain)?.[1];
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal ?? NaN);
    if (!(code <= 0x10ffff)) throw new BadWorkbook('damaged');
    return String.fromCodePoint(code);
  });
}
