import { expectAccessible } from './fixture/axe';
import { everyLook, expectAllInReach } from './fixture/reach';
import { panel, toasts } from './fixture/parts';
import { Portal } from './fixture/portal';
import { expect, test } from './fixture/test';

let portal: Portal;

test.beforeEach(async ({ page }) => {
  portal = new Portal();
  await portal.open(page);
  await expect(panel(page, 'Cameras').getByRole('row').nth(1)).toBeVisible();
});

test('every control is in reach, whatever the names and however many', async ({ page }) => {
  await panel(page, 'Cameras').getByText('Add a camera').click();
  await panel(page, 'Cameras')
    .getByRole('button', { name: /^Show \d+ more$/ })
    .click();
  await everyLook(page, (look) => expectAllInReach(page, look));
  await expectAccessible(page);
});

test('a question is wholly in view and can be answered both ways', async ({ page }) => {
  const last = panel(page, 'Cameras').getByRole('button', { name: /^Remove / });
  await everyLook(page, async () => {
    for (const ask of [last.first(), last.last()]) {
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

test('a toast moves nothing, hides no control and goes by keyboard', async ({ page }) => {
  await everyLook(page, async (look) => {
    const before = await panel(page, 'Cameras').boundingBox();
    for (const status of ['offline', 'active']) {
      portal.say('camera', portal.camera(0, { status }));
    }
    for (const name of ['yard', 'x'.repeat(255)]) {
      const news = { alert_labels: [`kind_${look}`], event_id: null, acknowledged_at: null };
      portal.say('alert', { ...portal.alert(name, 0), ...news });
    }
    const dismiss = toasts(page).getByRole('button', { name: /^Dismiss/ });
    await expect(toasts(page).locator('.toast')).toHaveCount(3);
    await expect(dismiss.last()).toBeVisible();
    expect(await panel(page, 'Cameras').boundingBox()).toEqual(before);
    await expectAllInReach(page, `${look}, with toasts`);
    while ((await dismiss.count()) > 0) {
      await dismiss.last().press('Escape');
    }
  });
});

test('a camera that was stopped is told as such from the start', async ({ page }) => {
  const row = panel(page, 'Cameras')
    .getByRole('row')
    .filter({ has: page.getByText('stopped', { exact: true }) })
    .first();
  await expect(row.getByRole('button', { name: /^Start / })).toBeEnabled();
  await expect(row.getByRole('button', { name: /^Stop / })).toBeDisabled();
  await expect(page.getByText(/\d+ stopped, \d+ offline/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first click on the theme is seen on a ${colorScheme} system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    for (let click = 0; click < 4; click++) {
      const before = await ground();
      await page.getByRole('button', { name: /^Theme/ }).click();
      expect(await ground()).not.toBe(before);
    }
  });
}
