import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

  /** Opens a file and saves it as another kind. */
  convert(bytes: Uint8Array | string, from: string, to: string): Buffer {
    const [before, after] = [join(this.#folder, `plan.${from}`), join(this.#folder, 'saved', `plan.${to}`)];
    writeFileSync(before, bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(this.#folder, 'profile')}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(this.#folder, 'saved'),
        before,
      ],
      { stdio: 'ignore', timeout: 60_000 },
    );
    return readFileSync(after);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
