import { compose } from './compose.ts';
import { readConfiguration } from './config.ts';

/** How long a stop may take: Azure kills after that. */
const STOP_LIMIT_MS = 10_000;

try {
  const service = await compose(readConfiguration(process.env));
  const address = await service.listen();
  service.log.info(address, 'listening');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
      service.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Tjänsten kan inte starta.'}\n`);
  process.exit(1);
}
