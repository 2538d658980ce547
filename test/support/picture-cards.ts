import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildAll } from '../../cards/all.ts';
import type { Card } from '../../cards/define-card.ts';
import { openBrowser } from './browser.ts';

/** Pictures of every card in every situation (`npm run cards:pictures`), into PICTURES or .data/pictures. */
const WIDTHS = { phone: 360, desktop: 600 };
/** Of Markdown only what our escaping relies on: a backslash shows the next character, an empty line starts a paragraph. */
const MARKDOWN = String.raw`
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const shown = new Option(text.replace(/\\([!-\/:-@[-\x60{-~])/g, '$1')).innerHTML;
    result.outputHtml = '<p>' + shown.replace(/\n\n/g, '</p><p>') + '</p>';
    result.didProcess = true;
  };`;
const folder = process.env.PICTURES ?? join(import.meta.dirname, '../../.data/pictures');
const only = process.argv[2] ?? '';

const renderer = await readFile(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.context.newPage();
  for (const [device, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 100 });
    for (const { name, situations } of buildAll()) {
      if (!name.includes(only)) continue;
      for (const [situation, card] of Object.entries(situations)) {
        await page.setContent(pageOf(card));
        await page.addScriptTag({ content: renderer });
        await page.addScriptTag({ content: `${MARKDOWN} draw()` });
        const path = join(folder, `${name}-${situation.replaceAll(' ', '-')}-${device}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(`${folder}\n`);

/** About as Teams draws a card: its font sizes, paddings and colours, without its frame. */
function pageOf(card: Card): string {
  const hostConfig = {
    fontFamily: 'Segoe UI, Liberation Sans, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: '#e1e1e1' },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
    factSet: { spacing: 12, title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true } },
    inputs: { label: { inputSpacing: 'none', optionalInputs: { weight: 'default' } } },
    containerStyles: {
      attention: { backgroundColor: '#fdf3f4' },
      warning: { backgroundColor: '#fbf6d9' },
      good: { backgroundColor: '#e7f2da' },
      accent: { backgroundColor: '#e8ebfa' },
    },
  };
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><style>
    body { margin: 0; padding: 8px; background: #f5f5f5; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif }
    p { margin: 0 }
    #card { background: #fff; border: 1px solid #e1e1e1; border-radius: 6px }
    .ac-input { width: 100%; box-sizing: border-box; font: inherit; padding: 5px 8px; border: 1px solid #c8c8c8; border-radius: 4px }
    .ac-input[type=radio] { width: auto }
    .ac-actionSet { flex-wrap: wrap; gap: 8px }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; padding: 6px 12px; border: 1px solid #c8c8c8; border-radius: 4px; background: #fff }
    .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7 }
  </style><div id="card"></div><script>
    function draw() {
      const view = new AdaptiveCards.AdaptiveCard();
      view.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
      view.parse(${JSON.stringify(card).replaceAll('<', '\\u003c')});
      document.getElementById('card').append(view.render());
    }
  </script></html>`;
}
