import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawModel, modelPicturePng } from '../../src/documents/model-picture.ts';
import { exampleFile } from './builders.ts';

/** Draws the README's picture of the governance model out of the example plan (`npm run model:picture`). */
const folder = join(import.meta.dirname, '../../docs/pictures');
const svg = drawModel(exampleFile().current);
await writeFile(join(folder, 'styrmodell.svg'), svg);
await writeFile(join(folder, 'styrmodell.png'), await modelPicturePng(svg));
process.stdout.write(`${folder}\n`);
