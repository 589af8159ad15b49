import type { Page } from 'playwright';

/** Gives a page that keeps a reader's study a file to import. */
export function chooseStudyFile(page: Page, text: string): Promise<void> {
  return page.locator('input[type="file"]').setInputFiles({
    name: 'study.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}
