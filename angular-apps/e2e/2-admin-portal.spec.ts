import { Locator, Page } from '@playwright/test';
import { expectAccessible } from './fixture/axe';
import { picture } from './fixture/pictures';
import { expect, test } from './fixture/test';
import { until } from './fixture/until';

const CAMERA = 'gate-1';

function panel(page: Page, heading: string): Locator {
  return page.getByRole('region', { name: heading });
}

async function total(page: Page): Promise<number> {
  const answer = await page.request.get('/analytics');
  return ((await answer.json()) as { per_camera: Record<string, number> }).per_camera[CAMERA] ?? 0;
}

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site.admin}/`);
  await expect(page.getByText('online').first()).toBeVisible();
});

test('an empty admin server says what to do next', async ({ page }) => {
  await expect(panel(page, 'Cameras')).toBeVisible();
  await picture(page, 'admin-empty');
  await expectAccessible(page);
});

test('a camera comes, counts, and is shown live', async ({ page, site }) => {
  test.setTimeout(120_000);
  await site.startCamera();
  const row = panel(page, 'Cameras').getByRole('row', { name: new RegExp(CAMERA) });
  await expect(row).toContainText('active');
  const log = panel(page, 'Detection log');
  await expect(log).toContainText(CAMERA);
  await expect(log).toContainText('person');
  await page.waitForTimeout(5_000);
  await picture(page, 'admin-busy');
  await expectAccessible(page);
});
