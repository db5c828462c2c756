import type { BrowserContext } from '@playwright/test';

interface Drawn {
  readonly size: { readonly width: number; readonly height: number };
  /** 0 to 1. */
  readonly quality: number;
}

/** The picture as WebP, which the browser writes and Playwright does not. */
export async function asWebp(
  context: BrowserContext,
  png: Buffer,
  { size, quality }: Drawn,
): Promise<Buffer> {
  const page = await context.newPage();
  const text = await page.evaluate(
    async ({ source, quality, width, height }) => {
      const image = await createImageBitmap(await (await fetch(source)).blob(), {
        ...{ resizeWidth: width, resizeHeight: height, resizeQuality: 'high' },
      });
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, quality, ...size },
  );
  await page.close();
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
}
