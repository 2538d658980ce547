import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startAzurite } from './azurite.ts';
import type { Child } from './child.ts';
import { startDemoClock } from './demo-clock.ts';
import { EXAMPLE_PLAN_FILE, readLocalPlan } from './example-plan.ts';
import { takeFolder } from './only-one.ts';
import { CHANNEL_ID, PERSONAL_CHAT_ID, startPlayground } from './playground.ts';
import { PROJECT_ROOT } from './project.ts';
import { importPlan, startService } from './service.ts';

/** Everything that the demo keeps between two starts. */
const DATA = process.env.STYRMODELL_DATA ?? join(PROJECT_ROOT, '.data');

const running: Child[] = [];
let stopping: Promise<void> | undefined;
let stopClock = async (): Promise<void> => undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('\nStänger av …');
    void stop(0);
  });
}

try {
  await start();
} catch (error) {
  if (!stopping) {
    say(`\nDet gick inte att starta. ${error instanceof Error ? error.message : String(error)}`);
    await stop(1);
  }
}

async function start(): Promise<void> {
  await mkdir(DATA, { recursive: true });
  if (!(await takeFolder(DATA))) throw new Error(`Den är redan igång i ett annat fönster, med samma data (${DATA}).`);
  const plan = await readLocalPlan();
  const clock = await startDemoClock(join(DATA, 'demo-clock.txt'), plan.demoClock);
  stopClock = () => clock.stop();

  say('Startar Azurite (lagringen) …');
  const { connectionString } = await startAzurite({ location: join(DATA, 'azurite'), onStarted: watch });
  say('Läser in exempelplanen …');
  say(indented(await importPlan(EXAMPLE_PLAN_FILE, connectionString)));
  say('Startar tjänsten …');
  const logFile = join(DATA, 'service.log');
  const { botUrl } = await startService({ connectionString, clockStartsAt: clock.startsAt, logFile, onStarted: watch });
  say('Startar Agents Playground (Teams på den här datorn) …');
  const playground = await startPlayground({ botUrl, plan, folder: join(DATA, 'playground'), onStarted: watch });
  // It has forgotten the cards of earlier starts: the bot is to greet and show what is open again.
  if (!clock.isFirst) await Promise.all([PERSONAL_CHAT_ID, CHANNEL_ID].map((id) => playground.uninstall(id)));

  say(whatToDo(playground.url, clock.startsAt, clock.isFirst));
}

/** From now on the child is stopped with the rest; should it end by itself, the rest is stopped with it. */
function watch(child: Child): void {
  running.push(child);
  void child.exited.then(({ code, signal }) => {
    if (stopping) return;
    say(`\n${child.name} stannade oväntat (${signal ?? `kod ${code}`}). Det sista som skrevs:`);
    say(indented(child.lastLines().join('\n')));
    void stop(1);
  });
}

/** The last started first: the service gets to finish its writes while the storage is still there. */
function stop(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    for (const child of running.toReversed()) await child.stop();
    await stopClock();
    process.exit(exitCode);
  })();
  return stopping;
}

function whatToDo(url: string, now: Date, isFirst: boolean): string {
  return `
Styrmodell i Teams är igång på den här datorn.
Allt som visas är Exempeldata, och klockan är ställd till ${swedishTime(now)}.

  1. Öppna ${url} i webbläsaren. Du är inloggad som rapportören för BUN.
  2. Klicka på "Personal Chat". ${isFirst ? 'Där väntar månadens kort' : 'Där ligger månadens kort igen, som du lämnade det'}: fyll i utfallen och tryck på "Spara svaret".
  3. Klicka på kanalen "Uppföljning" i teamet "Ekonomi och styrning". Där står sammanställningen, med ditt svar i.

Prova också att skriva i "Personal Chat":  hjälp  |  status SN  |  visa formuläret
Playground glömmer sina kort när sidan laddas om; "visa formuläret" hämtar fram det igen.

Allt sparas i ${DATA}: nästa start fortsätter där den här slutar. Ta bort mappen för att börja om.
Tjänstens logg: ${join(DATA, 'service.log')}
Avsluta med Ctrl-C.`;
}

/** `5 november 2026 kl. 08:00`, on the clocks of Sweden. */
function swedishTime(instant: Date): string {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', ...options }).format(instant);
  const day = part({ day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} kl. ${part({ hour: '2-digit', minute: '2-digit' })}`;
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
