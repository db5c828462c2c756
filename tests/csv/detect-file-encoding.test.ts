import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { detectFileEncoding } from '../../src/csv/detect-file-encoding.ts';
import { bytesIn } from './legacy-bytes.ts';

const told = (...parts: BlobPart[]) => detectFileEncoding(new Blob(parts), null, steady);
const ascii = 'user@contoso.com,User\r\n'.repeat(100_000);

describe('the encoding of a file', () => {
  it('is told by its first part that is not ASCII, however far down', async () => {
    const names = bytesIn('gb18030')(
      '王伟,销售部\r\n李娜,市场部\r\n张敏,研发部\r\n刘洋,财务部\r\n',
    );
    expect(ascii.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(await told(ascii, names as Uint8Array<ArrayBuffer>, ascii)).toMatchObject({
      encoding: 'gb18030',
      confidence: 'likely',
    });
  });

  it('is UTF-8 where all is ASCII, or the first other text is UTF-8', async () => {
    expect(await told(ascii)).toMatchObject({ encoding: 'utf-8', confidence: 'sure' });
    expect(await told(ascii, '王伟,销售部\r\n', ascii)).toMatchObject({ encoding: 'utf-8' });
  });
});
