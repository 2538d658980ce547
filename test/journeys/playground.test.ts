import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Browser, openBrowser } from '../support/browser.ts';
import { type Demo, newDataFolder, startDemo } from '../support/demo.ts';

const DESKTOP = { width: 1280, height: 1000 };

describe('a month in the Playground, as the reporter of BUN sees it', function () {
  this.timeout(180_000);

  let data: string;
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let pictures: string;

  before(async () => {
    pictures = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'styrmodell-pictures-')));
    await mkdir(pictures, { recursive: true });
    data = await newDataFolder();
    demo = await startDemo(data);
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.setDefaultTimeout(30_000);
    await page.setViewportSize(DESKTOP);
    await page.goto(demo.url);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await page?.screenshot({ path: join(pictures, 'failed.png') });
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
    await rm(data, { recursive: true, force: true });
  });

  it('asks for October, says that the figures are examples, and can be answered in one go', async () => {
    const prompt = await openPrompt();

    await prompt.getByText('Exempeldata').first().waitFor();
    await answer(prompt);
    await picture('prompt', prompt);
    await prompt.getByRole('button', { name: 'Spara svaret' }).click();

    const receipt = card('Kvitto');
    await receipt.getByText('165 900 tkr').waitFor();
    await receipt.getByText('369 500 tkr').waitFor();
    await receipt.getByText('22 150 tkr').waitFor();
    await picture('receipt', receipt);
  });

  it('shows the answer in the summary in the channel Uppföljning', async () => {
    await page.getByRole('treeitem', { name: /Uppföljning/ }).click();

    const summary = card('Barn- och utbildningsnämnden');
    await summary
      .getByText(/557,6 mnkr|557\s550 tkr/)
      .first()
      .waitFor();
    await picture('summary', summary);
  });

  it('goes on at the second start where the first stopped', async () => {
    await demo.stop();
    demo = await startDemo(data);
    await page.goto(demo.url);

    const form = await openPrompt();

    assert.match(await form.getByLabel('Förskola: utfall').inputValue(), /^165\s900$/);
  });

  async function openPrompt(): Promise<Locator> {
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    const prompt = card('Spara svaret');
    await prompt.waitFor();
    // The page goes on drawing while the first messages arrive, and a card drawn anew forgets what was typed in it.
    await page.waitForTimeout(2_000);
    return prompt;
  }

  async function answer(prompt: Locator): Promise<void> {
    await prompt.getByLabel('Förskola: utfall').fill('165 900');
    await prompt.getByLabel('Grundskola och fritidshem: utfall').fill('369 500');
    await prompt.getByLabel('Övrigt: utfall').fill('22 150');
    await prompt.getByLabel('Sjukfrånvaro totalt: nytt värde').fill('7,2');
    await prompt.getByLabel('Kommentar till utfall och prognos').fill('Fler barn i förskolan än budgeten räknade med.');
  }

  function card(text: string): Locator {
    return page.locator('.ac-adaptiveCard', { hasText: text }).last();
  }

  /** What a person would see: the window, with the card's beginning at its top. */
  async function picture(name: string, shown: Locator): Promise<void> {
    await shown.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
});
