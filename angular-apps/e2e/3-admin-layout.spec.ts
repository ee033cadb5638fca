import { Page, expect, test } from '@playwright/test';
import { expectAccessible } from './fixture/axe';
import { REFUSED, complaintsOf } from './fixture/complaints';
import { everyWidth } from './fixture/looks';
import { expectNothingMoves, panel, startOver, toasts } from './fixture/parts';
import { Portal } from './fixture/portal';
import { expectAllInReach } from './fixture/reach';

/** One page for all of them: its crowd takes longer to load than most of what is looked at. */
let page: Page;
let portal: Portal;
let complaints: readonly string[];

/** Copies of the crowd at every step would take longer than the steps. */
test.use({ trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false } });

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  complaints = complaintsOf(page, REFUSED);
  portal = new Portal();
  await portal.open(page);
  await expect(panel(page, 'Cameras').getByRole('row').nth(1)).toBeVisible();
});

test.beforeEach(async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await startOver(page);
});

test.afterEach(() => expect(complaints, 'the console of the page').toEqual([]));

test.afterAll(() => page.close());

test('a camera that was stopped is told as such from the start', async () => {
  const row = panel(page, 'Cameras')
    .getByRole('row')
    .filter({ has: page.getByText('stopped', { exact: true }) })
    .first();
  await expect(row.getByRole('button', { name: /^Start / })).toBeEnabled();
  await expect(row.getByRole('button', { name: /^Stop / })).toBeDisabled();
  await expect(page.getByText(/\d+ stopped, \d+ offline/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first click on the theme is seen on a ${colorScheme} system`, async () => {
    await page.emulateMedia({ colorScheme });
    const theme = page.getByRole('button', { name: /^Theme/ });
    const other = colorScheme === 'dark' ? 'light' : 'dark';
    await expect(theme).toHaveAccessibleName(`Theme: the system’s. Change to ${other}`);
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    for (let click = 0; click < 4; click++) {
      const before = await ground();
      await theme.click();
      await expect.poll(ground).not.toBe(before);
    }
  });
}

test('a lost connection is told without moving anything', async ({ page }) => {
  const away = new Portal();
  await away.open(page);
  await expectNothingMoves(page, page.getByRole('banner'), (isAway) => away.go(isAway));
});

test('every control is in reach, whatever the names and however many', async () => {
  await panel(page, 'Cameras').getByText('Add a camera').click();
  await panel(page, 'Cameras')
    .getByRole('button', { name: /^Show \d+ more$/ })
    .click();
  await everyWidth(page, (look) => expectAllInReach(page, look));
  await expectAccessible(page);
});

test('a question is wholly in view and can be answered both ways', async () => {
  const asks = panel(page, 'Cameras').locator('ui-confirm-button .ask');
  await everyWidth(page, async () => {
    for (const ask of [asks.first(), asks.last()]) {
      await ask.click();
      const keep = page.getByRole('button', { name: 'Keep' });
      for (const answer of [keep, page.getByRole('button', { name: /^Remove\?/ })]) {
        await expect(answer).toBeInViewport({ ratio: 1 });
      }
      await keep.click();
      await expect(keep).toHaveCount(0);
      await expect(ask).toBeFocused();
    }
  });
});

test('a toast moves nothing, hides no control and goes by keyboard', async () => {
  await everyWidth(page, async (look) => {
    const before = await panel(page, 'Cameras').boundingBox();
    for (const name of ['yard', 'x'.repeat(255)]) {
      const news = { alert_labels: [`kind_${look}`], event_id: null, acknowledged_at: null };
      portal.say('alert', { ...portal.alert(name, 0), ...news });
    }
    const dismiss = toasts(page).getByRole('button', { name: /^Dismiss/ });
    // that it is back is not told where an answer to the page said so before
    await expect(async () => {
      for (const status of ['offline', 'active']) {
        portal.say('camera', portal.camera(0, { status }));
      }
      await expect(toasts(page).locator('.toast')).toHaveCount(3, { timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(dismiss.last()).toBeVisible();
    // toasts stay while one of them has the focus
    await dismiss.last().focus();
    expect(await panel(page, 'Cameras').boundingBox()).toEqual(before);
    await expectAllInReach(page, `${look}, with toasts`);
    await dismiss.last().press('Escape');
    await expect(toasts(page).locator('.toast')).toHaveCount(2);
    // the others may go by themselves meanwhile
    while ((await dismiss.count()) > 0) {
      await dismiss
        .last()
        .press('Escape', { timeout: 1_000 })
        .catch(() => undefined);
    }
  });
});
