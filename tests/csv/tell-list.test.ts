import { describe, expect, it } from 'vitest';
import { tellList } from '#csv/tell-list.ts';
import { exports as en } from '#messages/en/exports.ts';
import { exports as hans } from '#messages/zh-Hans/exports.ts';
import { exports as hant } from '#messages/zh-Hant/exports.ts';
import { E3, VISIO } from './list-world.ts';

const named = [
  { skuId: E3, skuPartNumber: 'SPE_E3', name: 'Microsoft 365 E3' },
  { skuId: VISIO, skuPartNumber: 'VISIOCLIENT', name: 'Visio Plan 2' },
];

const fileOf = (...parts: BlobPart[]): File => new File(parts, 'x.csv');
const told = async (file: File) => {
  const said = await tellList(file, named);
  return said.ok ? said.value : said.error.kind;
};

describe('an assignment list is told', () => {
  it('by a column of users and one of products, titles above it or not', async () => {
    expect(await told(fileOf('For Monday\r\n\r\nE-mail;Licence;SKU\r\n'))).toEqual({
      ...{ shape: 'long', encoding: 'utf-8', confidence: 'sure' },
      ...{ userHeading: 'E-mail', productHeadings: ['SKU'] },
    });
  });

  it('by columns that are products, also next to a display name', async () => {
    const list = fileOf('Display name,User principal name,SPE_E3,Visio Plan 2\r\nA,a@b.c,yes,\r\n');
    expect(await told(list)).toEqual({
      ...{ shape: 'wide', encoding: 'utf-8', confidence: 'sure' },
      userHeading: 'User principal name',
      productHeadings: ['SPE_E3', 'Visio Plan 2'],
    });
  });

  it('by what is to be done with licenses, whatever they are called', async () => {
    const list = { shape: 'long', userHeading: 'UserPrincipalName', productHeadings: ['Licenses'] };
    const action = 'UserPrincipalName,Licenses,Action\r\na@b.c,SPE_E3,Remove\r\n';
    expect(await told(fileOf(action))).toMatchObject(list);
    const named = 'UserPrincipalName,DisplayName,Department,Licenses,操作\r\n';
    expect(await told(fileOf(named))).toMatchObject(list);
  });

  it('in another encoding', async () => {
    // 用户,产品 and two users with Chinese names in GB18030
    const header = Uint8Array.from([0xd3, 0xc3, 0xbb, 0xa7, 0x2c, 0xb2, 0xfa, 0xc6, 0xb7, 13, 10]);
    expect(await told(fileOf(header, 'a@b.c,SPE_E3\r\n'))).toMatchObject({
      ...{ shape: 'long', encoding: 'gb18030', userHeading: '用户', productHeadings: ['产品'] },
    });
  });

  it('with the encoding as a guess where one letter does not tell it', async () => {
    const list = fileOf('User,Product,Name\r\na@b.c,SPE_E3,Ada ', Uint8Array.of(0xff), '\r\n');
    expect(await told(list)).toMatchObject({ shape: 'long', confidence: 'unsure' });
  });

  it('by its beginning: a character cut there is no matter, nor a broken row far below', async () => {
    const rows = 'a@b.c,安\r\n'.repeat(20_000);
    for (const pad of ['', 'x', 'xx', 'xxx']) {
      const list = fileOf(`User,Product\r\n${pad}${rows}"never closed`);
      expect(await told(list)).toMatchObject({ shape: 'long', encoding: 'utf-8' });
    }
  });

  it('by what is to be done, beside what is held', async () => {
    const todo = 'User principal name,Display name,Licenses,Add,Remove\r\n';
    expect(await told(fileOf(todo))).toMatchObject({ productHeadings: ['Add', 'Remove'] });
  });

  it('never where users stand with the licenses that they hold, or where one of the two is missing', async () => {
    const held = 'User principal name,Display name,Licenses,Visio Plan 2\r\n';
    expect(await told(fileOf(held))).toBe('notRecognised');
    for (const { columns } of [en, hans, hant]) {
      const ours = [columns.userPrincipalName, columns.licensesPlanned, columns.assigned];
      const users = [...ours, columns.revoked, columns.licensesInCloud].join(',');
      expect(await told(fileOf(`${users}\r\n`))).toBe('notRecognised');
    }
    expect(await told(fileOf('User principal name,Action\r\n'))).toBe('missingListColumn');
    expect(await told(fileOf('Product,Action\r\n'))).toBe('missingListColumn');
    expect(await told(fileOf('Visio Plan 2,Total\r\n'))).toBe('missingListColumn');
    expect(await told(fileOf('a,b\r\n'))).toBe('notRecognised');
  });
});
