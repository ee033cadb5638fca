import { expectReadable } from './fixture/axe';
import { expect, test } from './fixture/test';

for (const server of ['coordinator', 'admin'] as const) {
  test(`the calls of the ${server} server can be tried and read, with nothing from elsewhere`, async ({
    page,
    site,
  }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${site[server]}/`)) {
        elsewhere.push(request.url());
      }
    });
    await page.goto(`${site[server]}/docs`);
    const call = page.locator('.opblock', { has: page.locator('[data-path="/health"]') });
    await call.getByRole('button').first().click();
    await call.getByRole('button', { name: 'Try it out' }).click();
    await call.getByRole('button', { name: 'Execute' }).click();
    await expect(call.locator('.live-responses-table')).toContainText('"status": "ok"');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveClass('dark-mode');
    await expectReadable(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('html')).not.toHaveClass('dark-mode');
    await page.getByRole('link', { name: 'To read' }).click();
    await expect(page.getByRole('heading', { name: 'GET /health', exact: true })).toBeVisible();
    expect(elsewhere).toEqual([]);
  });
}
