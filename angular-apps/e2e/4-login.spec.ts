import { Page } from '@playwright/test';
import { expectAccessible } from './fixture/axe';
import { expectNoSidewaysScroll } from './fixture/parts';
import { picture } from './fixture/pictures';
import { LoginProvider } from './fixture/provider';
import { expect, test } from './fixture/test';

/** What comes through a proxy is not of this machine, which needs no login. */
const ELSEWHERE = { 'X-Forwarded-For': '10.0.0.7' };

test.use({ extraHTTPHeaders: ELSEWHERE });

const logInBy = (page: Page) => page.getByRole('link', { name: 'Log in with the lab' });

/** At the provider's own page. */
async function logIn(page: Page, user: string): Promise<void> {
  await page.locator('input[name=login]').fill(user);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('people log in by a provider, and out of it', async ({ page, site }) => {
  // what the provider's own page fetches from elsewhere
  await page.route('https://fonts.googleapis.com/**', (route) =>
    route.fulfill({ contentType: 'text/css', body: '' }),
  );
  await page.goto(`${site.admin}/dashboard/`);
  await expect(page.getByText('the lab does not answer at this moment.')).toBeVisible();
  const provider = new LoginProvider(site.provider, site.admin);
  await provider.start();
  try {
    await logInBy(page).click();
    const back = page.waitForRequest((request) => request.url().includes('/login/oidc/callback'));
    await logIn(page, 'mallory');
    await expect(page.getByRole('alert').first()).toContainText('its claim groups has no value');
    await picture(page, 'login');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const again = await page.request.get((await back).url(), { maxRedirects: 0 });
    expect(again.headers()['location']).toBe(`${site.admin}/dashboard/?login=stale`);

    await page.context().clearCookies();
    await logInBy(page).click();
    await logIn(page, 'anna');
    await expect(page.getByRole('button', { name: 'Log out anna' })).toBeVisible();
    const who = await page.request.get(`${site.admin}/whoami`);
    expect(await who.json()).toMatchObject({
      name: 'anna',
      proof: 'oidc',
      roles: ['viewer', 'operator'],
    });

    await page.getByRole('button', { name: 'Log out anna' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(logInBy(page)).toBeVisible();
    expect((await page.request.get(`${site.admin}/whoami`)).status()).toBe(401);
  } finally {
    await provider.stop();
  }
});
