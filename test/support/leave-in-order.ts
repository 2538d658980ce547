/*
 * For files that start processes which outlive a test. Those are killed when ours leaves by the door (src/local/child.ts), and by
 * default nobody is told of a process that ends by a signal.
 */
process.once('SIGTERM', () => process.exit(143));
// Mocha itself takes a Ctrl-C in the process that was started; those that it hands files to are left to themselves.
if (process.env.MOCHA_WORKER_ID !== undefined) process.once('SIGINT', () => process.exit(130));
