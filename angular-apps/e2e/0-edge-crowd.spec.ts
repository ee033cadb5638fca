import { Locator, Page, Route, expect, test } from '@playwright/test';
import { Built, ORIGIN } from './fixture/built';
import { REFUSED, complaintsOf } from './fixture/complaints';
import { openCoordinator, picture } from './fixture/coordinator';
import { ALERTS, JOBS, LONGEST, PLAIN, RECORDER, SEEN_FRAME } from './fixture/crowd';
import { WIDTHS, everyWidth } from './fixture/looks';
import { expectNothingMoves, panel, startOver, tabsTo, toasts } from './fixture/parts';
import { expectAllInReach } from './fixture/reach';

/** One page for all of them: its crowd takes longer to load than most of what is looked at. */
let page: Page;
let built: Built;
let openedAt: number;
let complaints: readonly string[];

/** Copies of the crowd at every step would take longer than the steps. */
test.use({ trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false } });

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  complaints = complaintsOf(page, REFUSED);
  built = await openCoordinator(page);
  openedAt = Date.now();
  await expect(panel(page, 'Jobs').getByRole('row')).toHaveCount(101);
  await expect(panel(page, 'Network')).toContainText('gate-39');
});

test.beforeEach(async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await startOver(page);
});

test.afterEach(() => expect(complaints, 'the console of the page').toEqual([]));

test.afterAll(() => page.close());

test('by keyboard a list is one stop, and its rows are reached by arrows', async () => {
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

test('with many jobs, workers and cameras and long names no control is ever out of reach', async () => {
  await panel(page, 'Frame log').scrollIntoViewIfNeeded();
  await expect(panel(page, 'Frame log')).toContainText('1:00:14');
  await everyWidth(page, (look) => expectAllInReach(page, look));
});

test('the address of this page is what a new worker is told', async () => {
  await page.getByText('Add a worker').click();
  await expect(panel(page, 'Workers')).toContainText(`./edge worker --coordinator ${ORIGIN}`);
  await page.getByText('Add a worker').click();
});

test('a question about a row is wholly in sight at every width', async () => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const [heading, name] of [
      ['Jobs', `Cancel ${RECORDER}`],
      ['Workers', 'Remove worker-1'],
    ] as const) {
      const rows = panel(page, heading).locator('tbody');
      await rows.locator(`.ask[aria-label="${name}"]`).first().click();
      const keep = rows.locator('.keep');
      await expect(keep).toHaveText('Keep');
      await expect(keep).toBeInViewport({ ratio: 1 });
      await expect(rows.locator('.sure')).toBeInViewport({ ratio: 1 });
      await keep.click();
      await expect(keep).toHaveCount(0);
    }
  }
});

test('a toast moves nothing', async () => {
  const stream = panel(page, 'Live stream');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await startOver(page);
    await expect(stream).toContainText('NVR1');
    const before = await stream.boundingBox();
    const alert = { ...ALERTS[1], level: 'critical', alert_id: 1_000 + width };
    const message = `A person is under a truck at ${width}, ${'many '.repeat(width)}`;
    built.push('alert', { ...alert, message });
    await expect(toasts(page)).toContainText(`under a truck at ${width}`);
    expect(await stream.boundingBox()).toEqual(before);
  }
});

test('a lost connection is told without moving anything', async ({ page }) => {
  const { go } = await openCoordinator(page);
  await expectNothingMoves(page, panel(page, 'Live stream'), go);
});

test('the stream says whose frames it shows, and another job can be chosen', async () => {
  const stream = panel(page, 'Live stream');
  await expect(stream.getByRole('img', { name: RECORDER })).toBeVisible();
  const asked = page.waitForRequest(/\/video-stream\?job_id=abc000000002&/);
  await stream.getByLabel('Job to show').selectOption('abc000000002');
  await asked;
  await expect(stream.getByRole('img', { name: PLAIN })).toBeVisible();
});

test('a load of the page reads the frames once, however long it stays', async () => {
  await expect.poll(() => Date.now() - openedAt).toBeGreaterThan(3_500);
  expect(built.asked.filter((call) => call === 'GET /results/frames')).toHaveLength(1);
});

test('a job with a long name has its page at every width', async () => {
  for (const name of [RECORDER, LONGEST]) {
    const job = JOBS.find(({ filename }) => filename === name);
    await panel(page, 'Jobs').locator(`a[href$="/jobs/${job?.job_id}"]`).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await everyWidth(page, (look) => expectAllInReach(page, look));
    await page.goBack();
  }
});

test('what was not inferred has thinner bars, and its frame says where it is from', async () => {
  const [id, from] = [JOBS[0]?.job_id, SEEN_FRAME + 3];
  await page.goto(`${ORIGIN}/dashboard/jobs/${id};frame=${SEEN_FRAME + 4}`);
  const bars = panel(page, 'Detections over time');
  await expect(bars).toContainText('fewer of its frames were inferred');
  const widths = await bars
    .locator('rect:not(.failed)')
    .evaluateAll((all) => all.map((bar) => Math.round(bar.getBoundingClientRect().width)));
  expect(new Set(widths).size).toBe(2);
  const frame = panel(page, 'Frame');
  await expect(frame).toContainText('change 0.4 %');
  await frame.getByRole('link', { name: /^frame 36,704/ }).click();
  await expect(page).toHaveURL(new RegExp(`;frame=${from}$`));
  await expect(frame).not.toContainText('change');
});

test('with many models and long names every control of their page is in reach', async () => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Models/ })
    .click();
  const shelf = panel(page, 'On the shelf');
  await expect(shelf.getByRole('row')).toHaveCount(13);
  await shelf.getByRole('button', { name: /^500 classes/ }).click();
  await everyWidth(page, (look) => expectAllInReach(page, look));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shelf.getByRole('button', { name: 'Use coco' }).click();
    await expect(shelf.getByRole('button', { name: 'Switch' })).toBeInViewport({ ratio: 1 });
    await expect(shelf.getByText(/goes by coco from now on/)).toBeInViewport({ ratio: 1 });
    await shelf.getByRole('button', { name: 'Cancel' }).click();
  }
});

test('a frame that cannot be had now can be asked for again', async ({ page }) => {
  const path = `/jobs/${JOBS[0]?.job_id}/frames/${SEEN_FRAME}/image`;
  let isBusy = true;
  await openCoordinator(page, `jobs/${JOBS[0]?.job_id};frame=${SEEN_FRAME}`, {
    [path]: (route: Route) =>
      isBusy
        ? route.fulfill({
            status: 503,
            headers: { 'Retry-After': '1' },
            json: { detail: 'Other frames are read at this moment; try again soon.' },
          })
        : picture(route),
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
