import { Page } from '@playwright/test';
import { expectAccessible } from './fixture/axe';
import { EVENTS_EACH, OLD_CAMERA, tellHistory } from './fixture/history';
import { asPhone } from './fixture/looks';
import { expectNoSidewaysScroll, panel, toldBy } from './fixture/parts';
import { picture } from './fixture/pictures';
import { expect, test } from './fixture/test';
import { until } from './fixture/until';

const CAMERA = 'gate-1';
const EVENT_PAUSE_MS = 5_000;
/** A camera that has not been told anything yet says nothing of its state, or that it is running. */
const WATCHING = /running|online/;

function row(page: Page) {
  return panel(page, 'Cameras').getByRole('row', { name: new RegExp(`^${CAMERA} `) });
}

async function counted(page: Page): Promise<number> {
  const answer = await page.request.get(new URL('/analytics', page.url()).href);
  const { per_camera: perCamera } = (await answer.json()) as { per_camera: Record<string, number> };
  return perCamera[CAMERA] ?? 0;
}

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site.admin}/`);
  await expect(page.getByText('online').first()).toBeVisible();
});

test.describe('servers that come and go', () => {
  test.use({ serversComeAndGo: true });

  test('a camera comes, counts, and is shown live', async ({ page, site }) => {
    await picture(page, 'admin-empty');
    await expectAccessible(page);
    await site.startCamera();
    await expect(row(page)).toContainText(WATCHING);
    const log = panel(page, 'Detection log');
    await expect(log).toContainText(CAMERA);
    await expect(log).toContainText('person');
  });
});

test('the log reaches back through history, filtered, paused, exported', async ({ page, site }) => {
  await tellHistory(page.request, site.admin);
  const log = panel(page, 'Detection log');
  const choice = (label: string) => log.getByRole('combobox', { name: label });
  await choice('Camera').click();
  await page.getByRole('option', { name: OLD_CAMERA }).click();
  await expect(log).not.toContainText(`${CAMERA} `);
  const entries = log.getByLabel('Entries');
  await until('the log begins', 60_000, async () => {
    await entries.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    return log.getByText('The log begins here.').isVisible();
  });
  await expect(log).toContainText(`${EVENTS_EACH} shown`);

  await choice('Camera').click();
  await page.getByRole('option', { name: 'All cameras' }).click();
  await log.getByRole('button', { name: 'Pause' }).click();
  const top = await log.getByRole('row').nth(1).textContent();
  await expect(log.getByRole('button', { name: /new$/ })).toBeVisible();
  expect(await log.getByRole('row').nth(1).textContent()).toBe(top);
  await log.getByRole('button', { name: 'Go on' }).click();
  await expect(log.getByRole('row').nth(1)).not.toHaveText(top ?? '');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    log.getByRole('link', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test('everything at a glance, wide and on a phone', async ({ page }) => {
  await page.getByRole('radio', { name: '15 min' }).click();
  const overTime = page.getByRole('img', { name: /over time, the last 15 min/ });
  await expect(overTime).toBeVisible();
  await picture(page, 'admin-busy');
  await expectAccessible(page);
  await asPhone(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: /^Show as table: Objects of all cameras/ }).click();
  const table = page.getByRole('table', { name: /over time/ });
  await expect(table.getByRole('row')).not.toHaveCount(0);
  await expectAccessible(page);
});

test('stop and start are obeyed and confirmed', async ({ page }) => {
  await row(page)
    .getByRole('button', { name: `Stop ${CAMERA}`, exact: true })
    .click();
  await expect(panel(page, 'Cameras')).toContainText('It is stopped; the camera confirmed it');
  await expect(row(page)).toContainText('stopped');
  const atStop = await counted(page);
  await page.waitForTimeout(EVENT_PAUSE_MS);
  expect(await counted(page)).toBe(atStop);

  await row(page)
    .getByRole('button', { name: `Start ${CAMERA}`, exact: true })
    .click();
  await expect(panel(page, 'Cameras')).toContainText('It is running; the camera confirmed it');
  await until('it counts again', 60_000, async () => (await counted(page)) > atStop);
});

test.describe('servers that come and go', () => {
  test.use({ serversComeAndGo: true });

  test('the page is right again after the server was killed', async ({ page, site }) => {
    const before = await counted(page);
    const lost = toldBy(page, 'Connection lost');
    await site.killAdmin();
    await lost;
    await picture(page, 'admin-offline');
    const again = toldBy(page, 'Connected again');
    await site.startAdmin();
    await again;
    await expect(row(page)).toContainText(WATCHING);
    expect(await counted(page)).toBeGreaterThanOrEqual(before);
  });

  test('a camera that ends is shown offline', { tag: '@long' }, async ({ page, site }) => {
    // after the server was away it is offline until it says that it is there again
    await expect(row(page)).toContainText(WATCHING);
    const lost = toldBy(page, 'Camera lost');
    await site.end('camera');
    await lost;
    await expect(row(page)).toContainText('offline');
    await row(page)
      .getByRole('button', { name: `Remove ${CAMERA}`, exact: true })
      .click();
    await row(page)
      .getByRole('button', { name: /^Remove\?/ })
      .click();
    await expect(row(page)).toHaveCount(0);
  });
});
