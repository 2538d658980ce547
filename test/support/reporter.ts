import Mocha from 'mocha';

/**
 * Mocha's own report, ended by one plain line that a script can read: `12 passed, 0 failed`, and `, 3 skipped` only
 * when something was.
 */
class Reporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const skipped = pending > 0 ? `, ${pending} skipped` : '';
    process.stdout.write(`${passes} passed, ${failures} failed${skipped}\n`);
  }
}

// Mocha takes what `require` gives it, and this is the name that `require` looks for in an ES module.
export { Reporter as 'module.exports' };
