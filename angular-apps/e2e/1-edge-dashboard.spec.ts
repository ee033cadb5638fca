import { Locator, Page } from '@playwright/test';
import { expectAccessible } from './fixture/axe';
import { CLIP } from './fixture/checkout';
import { drop, fileOf } from './fixture/drop';
import { asPhone } from './fixture/looks';
import { expectNoSidewaysScroll, panel, toasts, toldBy } from './fixture/parts';
import { picture } from './fixture/pictures';
import { expect, test } from './fixture/test';
import { until } from './fixture/until';

const JOB_LIMIT_MS = 200_000;

function dropZone(page: Page): Locator {
  return page.getByLabel(/Choose videos/);
}

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site.coordinator}/`);
  await expect(page.getByText('online').first()).toBeVisible();
});

test('an empty coordinator says what to do next', async ({ page }) => {
  await expect(page).toHaveURL(/\/dashboard\/$/);
  await expect(panel(page, 'Workers')).toContainText('coordinator-local');
  await expect(panel(page, 'Jobs')).toContainText(/upload/i);
  await picture(page, 'edge-empty');
  await expectAccessible(page);
});

test('the pool goes by another model, and back in one click', async ({ page }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Models/ })
    .click();
  const shelf = panel(page, 'On the shelf');
  const [street, other] = ['street', 'coco'].map((name) =>
    shelf.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
  ) as [Locator, Locator];
  await expect(street).toContainText('in use');
  test.skip((await other.count()) === 0, 'this build has the street model alone');
  await other.getByRole('button', { name: 'Use coco' }).click();
  await other.getByRole('button', { name: 'Switch' }).click();
  await expect(other).toContainText('in use');
  await expect(street).not.toContainText('in use');
  await picture(page, 'edge-models');
  await expectAccessible(page);
  await shelf.getByRole('button', { name: 'Back to street' }).click();
  await expect(street).toContainText('in use');
});

test('a dropped video is uploaded, worked through and told of', async ({ page }) => {
  const done = toldBy(page, /Completed: 75 frames/, JOB_LIMIT_MS);
  const live = expect(page.getByTestId('stream-state')).toContainText('live');
  live.catch(() => undefined);
  await drop(dropZone(page), [fileOf(CLIP, 'crossing.mp4')]);
  const uploads = panel(page, 'Upload and running jobs');
  await expect(uploads.getByRole('link', { name: 'crossing.mp4' })).toBeVisible();

  const stream = page.getByRole('img', { name: /live video/i });
  const seen = new Set<string>();
  await until('the stream moves', 60_000, async () => {
    seen.add((await stream.screenshot()).toString('base64'));
    return seen.size > 2;
  });
  await live;
  await expectAccessible(page);

  await done;
  const row = panel(page, 'Jobs').getByRole('row', { name: /crossing\.mp4/ });
  await expect(row).toContainText('completed');
  await expect(panel(page, 'Detections by class')).toContainText('person');
});

test('a job opens to its own page, and a place in its timeline to the frame', async ({ page }) => {
  await panel(page, 'Jobs').getByRole('link', { name: 'crossing.mp4' }).first().click();
  await expect(page).toHaveURL(/\/dashboard\/jobs\//);
  await expect(page.getByRole('heading', { name: 'crossing.mp4' })).toBeVisible();
  const frame = page.getByRole('img', { name: /frame/i });
  await expect(frame).toBeVisible();
  await until('the frame is a picture', 60_000, () =>
    frame.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
  );
  const before = await frame.getAttribute('src');
  await page.getByRole('button', { name: /next frame/i }).click();
  await expect(frame).not.toHaveAttribute('src', before ?? '');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^job-.*\.csv$/);
  await picture(page, 'edge-job');
  await expectAccessible(page);
});

test('a reload of a job page shows that job again', async ({ page }) => {
  await panel(page, 'Jobs').getByRole('link', { name: 'crossing.mp4' }).first().click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'crossing.mp4' })).toBeVisible();
});

test('what is no video is refused in words', async ({ page }) => {
  const words = { name: 'words.mp4', bytes: Buffer.from('these are words and no video at all') };
  const notes = { name: 'notes.txt', bytes: Buffer.from('notes') };
  await drop(dropZone(page), [words, notes]);
  const uploads = panel(page, 'Upload and running jobs');
  await expect(uploads).toContainText('2 files did not go');
  await uploads.getByRole('button', { name: 'Show all' }).click();
  await expect(uploads).toContainText(/not a video/);
  await expect(uploads).toContainText(/no video the coordinator reads/);
  await expect(uploads.getByRole('button', { name: /^Try again/ })).toHaveCount(0);
  await expectAccessible(page);
  await uploads.getByRole('button', { name: 'Dismiss all' }).click();
  await expect(uploads).not.toContainText('did not go');
});

test('a running job is cancelled where it stands', async ({ page }) => {
  await drop(dropZone(page), [fileOf(CLIP, 'unwanted.mp4')]);
  const row = panel(page, 'Jobs').getByRole('row', { name: /unwanted\.mp4/ });
  await row.getByRole('button', { name: /cancel/i }).click();
  await row.getByRole('button', { name: 'Cancel?' }).click();
  await expect(row).toContainText('cancelled');
  await row.getByRole('link', { name: 'unwanted.mp4' }).click();
  await expect(page.getByRole('heading', { name: 'unwanted.mp4' })).toBeVisible();
  await expect(panel(page, 'Job')).toContainText('cancelled');
  await picture(page, 'edge-cancelled');
  await expectAccessible(page);
});

test('a phone has all of it, and a toast lies over nothing', async ({ page }) => {
  await asPhone(page);
  const { name, bytes } = fileOf(CLIP, 'short.mp4');
  const beginning = { name, bytes: bytes.subarray(0, bytes.length / 3) };
  await drop(dropZone(page), [beginning]);
  const told = toasts(page).getByText('short.mp4');
  await expect(told).toBeVisible({ timeout: JOB_LIMIT_MS });
  const isInBar = await told.evaluate((toast) => toast.closest('[role=banner]') !== null);
  expect(isInBar).toBe(true);
  await expectNoSidewaysScroll(page);
  const row = panel(page, 'Jobs').getByRole('row', { name: /short\.mp4/ });
  await expect(row).toContainText(/ends early: \d+ of 225 frames/, { timeout: JOB_LIMIT_MS });
  await row.getByRole('link', { name: 'short.mp4' }).click();
  await expect(page.getByRole('heading', { name: 'short.mp4' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(page.getByText(/ends early/).first()).toBeVisible();
});

test.describe('servers that come and go', () => {
  test.use({ serversComeAndGo: true });

  test(
    'a worker that joins, dies and comes back is shown so',
    { tag: '@long' },
    async ({ page, site }) => {
      const row = panel(page, 'Workers').getByRole('row', { name: /worker-1/ });
      await site.startWorker();
      await expect(row).toContainText(/idle|active/);
      await drop(dropZone(page), [fileOf(CLIP, 'evening.mp4'), fileOf(CLIP, 'night.mp4')]);
      const job = panel(page, 'Jobs').getByRole('row', { name: /evening\.mp4/ });
      await expect(row).toContainText('active');
      // told once in five minutes: a slow machine may lose it for a moment before it is killed
      const lost = toldBy(page, /worker-1\s*Lost/);
      // a fast machine may be done before its rate is known
      await expect(job).toContainText(/left|completed/, { timeout: JOB_LIMIT_MS });
      await picture(page, 'edge-busy');
      await site.killWorker();
      await expect(row).toContainText('offline');
      await lost;
      await expect(job).toContainText('75 of 75', { timeout: JOB_LIMIT_MS });
      const back = toldBy(page, /worker-1\s*Back/);
      await site.startWorker();
      await expect(row).toContainText(/idle|active/);
      await back;
      const ledger = panel(page, 'Ledger');
      await expect(ledger).toContainText(/Open\s*0/);
      await expect(ledger.getByText('balanced', { exact: true })).toBeVisible();
    },
  );

  test('the page is right again after the coordinator was away', async ({ page, site }) => {
    await site.end('coordinator');
    await expect(page.getByText(/Connection lost/).first()).toBeVisible();
    await picture(page, 'edge-offline');
    const again = toldBy(page, 'Connected again', JOB_LIMIT_MS);
    await site.startCoordinator();
    await again;
    await expect(panel(page, 'Jobs').getByRole('row', { name: /crossing\.mp4/ })).toBeVisible();
    await drop(dropZone(page), [fileOf(CLIP, 'again.mp4')]);
    await expect(panel(page, 'Jobs').getByRole('row', { name: /again\.mp4/ })).toBeVisible();
    await expect(page.getByTestId('stream-state')).toContainText('live');
  });
});
