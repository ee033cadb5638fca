import { Locator, Page, Route, expect, test } from '@playwright/test';
import { ORIGIN, PICTURE, openBuilt } from './fixture/built';
import { ALERTS, JOBS, LONGEST, PLAIN, RECORDER, SEEN_FRAME } from './fixture/crowd';
import { WIDTHS, faults } from './fixture/layout';
import { panel, tabsTo, toasts } from './fixture/parts';

test.setTimeout(120_000);

/** Does something at every width in both themes. */
async function everywhere(page: Page, act: (look: string) => Promise<void>): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await act(`${width}-${colorScheme}`);
    }
  }
}

test('with many jobs, workers and cameras and long names no control is ever out of reach', async ({
  page,
}) => {
  await openBuilt(page);
  await expect(panel(page, 'Jobs').getByRole('row')).toHaveCount(101);
  await expect(panel(page, 'Network')).toContainText('gate-39');
  await page.getByRole('region', { name: 'Frame log' }).scrollIntoViewIfNeeded();
  await expect(panel(page, 'Frame log')).toContainText('1:00:14');
  await everywhere(page, async (look) => {
    await expect
      .configure({ soft: true })
      .poll(() => faults(page), { message: look, timeout: 2_000 })
      .toEqual([]);
  });
});

test('a job with a long name has its page at every width', async ({ page }) => {
  for (const name of [RECORDER, LONGEST]) {
    const job = JOBS.find(({ filename }) => filename === name);
    await openBuilt(page, `jobs/${job?.job_id}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await everywhere(page, async (look) => {
      await expect
        .configure({ soft: true })
        .poll(() => faults(page), { message: look, timeout: 2_000 })
        .toEqual([]);
    });
  }
});

test('the address of this page is what a new worker is told', async ({ page }) => {
  await openBuilt(page);
  await page.getByText('Add a worker').click();
  await expect(panel(page, 'Workers')).toContainText(`./edge worker --coordinator ${ORIGIN}`);
});

test('a question about a row is wholly in sight at every width', async ({ page }) => {
  await openBuilt(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const [heading, name] of [
      ['Jobs', /^Cancel NVR1/],
      ['Workers', /^Remove worker-1$/],
    ] as const) {
      await panel(page, heading).getByRole('button', { name }).first().click();
      const keep = panel(page, heading).getByRole('button', { name: 'Keep' });
      await expect(keep).toBeInViewport({ ratio: 1 });
      await keep.click();
      await expect(keep).toHaveCount(0);
    }
  }
});

test('by keyboard a list is one stop, and its rows are reached by arrows', async ({ page }) => {
  await openBuilt(page);
  const [workers, jobs] = [panel(page, 'Workers'), panel(page, 'Jobs')];
  await expect(jobs.getByRole('row')).toHaveCount(101);
  expect(await tabsTo(page, workers, 40)).toBeLessThan(30);
  expect(await tabsTo(page, jobs, 40)).toBeLessThan(34);
  const [first, second] = await jobs.getByRole('link').all();
  await expect(first as Locator).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(second as Locator).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(jobs.getByRole('button').nth(1)).toBeFocused();
});

test('a load of the page reads the frames once', async ({ page }) => {
  const { asked } = await openBuilt(page);
  await expect(panel(page, 'Frame log')).toContainText('300');
  await page.waitForTimeout(3_500);
  expect(asked.filter((call) => call === 'GET /results/frames')).toHaveLength(1);
});

test('a toast moves nothing', async ({ page }) => {
  const { push } = await openBuilt(page);
  const stream = panel(page, 'Live stream');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(stream).toContainText('NVR1');
    const before = await stream.boundingBox();
    const alert = { ...ALERTS[0], level: 'critical', alert_id: 1_000 + width };
    push('alert', { ...alert, message: `A person is under a truck, of ${'many '.repeat(width)}` });
    await expect(toasts(page)).toContainText('A person is under a truck');
    expect(await stream.boundingBox()).toEqual(before);
  }
});

test('the stream says whose frames it shows, and another job can be chosen', async ({ page }) => {
  await openBuilt(page);
  const stream = panel(page, 'Live stream');
  await expect(stream.getByRole('img', { name: RECORDER })).toBeVisible();
  const asked = page.waitForRequest(/\/video-stream\?job_id=abc000000002&/);
  await stream.getByLabel('Job to show').selectOption('abc000000002');
  await asked;
  await expect(stream.getByRole('img', { name: PLAIN })).toBeVisible();
});

test('a frame that cannot be had now can be asked for again', async ({ page }) => {
  test.setTimeout(60_000);
  const path = `/jobs/${JOBS[0]?.job_id}/frames/${SEEN_FRAME}/image`;
  let isBusy = true;
  await openBuilt(page, `jobs/${JOBS[0]?.job_id};frame=${SEEN_FRAME}`, {
    [path]: (route: Route) =>
      isBusy
        ? route.fulfill({
            status: 503,
            headers: { 'Retry-After': '1' },
            json: { detail: 'Other frames are read at this moment; try again soon.' },
          })
        : route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' }),
  });
  const frame = panel(page, 'Frame');
  await expect(frame).toContainText(/Loading the frame: \d s so far/);
  const again = frame.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(frame).toContainText('Other frames are read');
  isBusy = false;
  await again.click();
  await expect(frame.getByRole('img', { name: /^Frame 36,701 of|^Frame 36,701,/ })).toBeVisible();
});
