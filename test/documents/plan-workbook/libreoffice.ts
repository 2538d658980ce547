import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';

/** LibreOffice on this machine, with a profile of its own so that it disturbs nobody's. */
export class LibreOffice {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plan-workbook-'));

  /** Whether there is one. */
  static isHere(): boolean {
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  /** Opens files and saves each as another kind; answers in the same order. Starting it takes longer than all the files do. */
  convert(files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[], to: string): Buffer[] {
    const saved = join(this.#folder, 'saved');
    for (const { name, bytes } of files) writeFileSync(join(this.#folder, name), bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(this.#folder, 'profile')}`,
        ...['--headless', '--convert-to', to, '--outdir', saved],
        ...files.map(({ name }) => join(this.#folder, name)),
      ],
      { stdio: 'ignore', timeout: 60_000 },
    );
    return files.map(({ name }) => readFileSync(join(saved, `${parse(name).name}.${to}`)));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
