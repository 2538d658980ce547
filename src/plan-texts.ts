import type { PlanProblem, PlanProblemCode } from './domain/plan-problem.ts';

/**
 * Swedish for what is wrong or odd in a plan: what it is about, what is the matter, and what to do. A code without a text does
 * not compile. `{name}` stands for the fact of that name; facts that end in Kr are whole kronor.
 */
const planProblemTexts: Record<PlanProblemCode, string> = {
  UNKNOWN_REFERENCE: '{list} {id} finns inte i planen. Rätta id:t eller lägg till det som saknas.',
  MISSPELT_REFERENCE: '{list} {id} finns inte i planen, men {meant} finns. Skriv {meant}.',
  AREA_WITHOUT_BUDGET:
    'Verksamhetsområdet {area} har ingen budget hos {committee} för {year}. Rätta området eller lägg till budgeten.',
  AREA_HELD_TWICE:
    '{area} flyttar till {committee}, som redan har en egen budget för {area} {year}. Ta bort den ena budgeten eller flytten.',
  UNKNOWN_GROUP:
    '{indicator}: {group} ({period}) är varken en uppdelning eller en del av indexet. Rätta gruppen eller lägg till den i uppdelningen.',
  DUPLICATE_ID: 'Id {id} används redan av {name}. Ge den ena ett eget id; stora och små bokstäver räknas som samma.',
  DUPLICATE_ROW: '{item} finns två gånger. Ta bort den ena raden.',
  CYCLE: '{list} går runt i en ring: {way}. Ta bort en av kopplingarna.',
  MONTHS_DO_NOT_ADD_UP:
    '{area}, {committee} {year}: månaderna blir {sumKr} men årets budget är {budgetKr}. Det skiljer {differenceKr}. Rätta månaderna eller året.',
  DATES_REVERSED: '{item} slutar {to}, före starten {from}. Rätta det ena av dem.',
  DUE_BEFORE_OPENING:
    'Uppföljningen av {period}: sista arbetsdag ({due}) ligger före öppningsdagen ({opens}). Rätta en av dem.',
  REMINDER_BEFORE_FORM:
    'Uppföljningen av {period}: påminnelse nr {number} infaller senast på öppningsdagen ({opens}), när formuläret just har kommit, och går aldrig ut. Ta bort den, eller öppna tidigare.',
  OTHER_YEAR: 'Perioden {period} ligger inte i år {year}. Rätta året eller perioden.',
  OUTSIDE_PLAN_PERIOD: '{date} ligger utanför planperioden {from}–{to}. Kontrollera årtalet.',
  COMMITTEE_NOT_THEN: '{committee} finns inte {date}. Välj en annan nämnd eller rätta när nämnden gäller.',
  OVERLAP:
    '{committee} tar över efter {other}, som slutar {date}, men gäller redan innan. Låt {committee} gälla från {begins}, eller rätta när {other} slutar.',
  SUCCESSION_GAP:
    '{committee} tar över efter {other}, som slutar {date}, men gäller inte från {begins}. Stäng glappet mellan dem.',
  AREA_NOT_DIVIDED:
    '{committee} upphör {date} och har flera efterträdare. Skriv i Flyttade verksamheter vart {area} går.',
  AREA_LEFT:
    '{committee} upphör {date} utan efterträdare, men {area} har budget året ut. Ange en efterträdare, eller skriv i Flyttade verksamheter vart {area} går.',
  NOTHING_TO_FOLLOW:
    '{committee} ska följa upp ekonomin i {period} men har ingen verksamhet med budget då, så nämnden får inga frågor. Lägg till budgeten eller flytten, eller välj vilka nämnder uppföljningen gäller.',
  FOLLOW_UP_TWICE:
    'Uppföljningen av {period} finns två gånger för {committees}. Ta bort den ena, eller välj vilka nämnder som varje gäller.',
  WEIGHT_OUTSIDE_LIMITS:
    '{indicator}: vikten {weight} ska vara större än 0 och högst 1. Skriv den som en andel, till exempel 0,25.',
  WEIGHTS: '{indicator}: vikterna blir tillsammans {sum}. De ska bli 1; det får skilja högst 0,001.',
  WEIGHT_COUNT:
    '{indicator}: indexet har {components} delar och {weights} vikter. Ett vägt index ska ha en vikt för varje del och ett medelvärde inga; delarna ska vara minst en.',
  TARGET_REVERSED: '{indicator}: målet går från {from} till {to}. Skriv det lägsta värdet först.',
  SCALE_REVERSED: '{indicator}: skalan går från {min} till {max}. Skriv det lägsta värdet först.',
  TARGET_OUTSIDE_SCALE: '{indicator}: målvärdet {target} ligger utanför skalan {min}–{max}. Rätta målet eller skalan.',
  VALUE_OUTSIDE_SCALE: '{indicator}: värdet {value} ligger utanför skalan {min}–{max}. Rätta värdet eller skalan.',
  VALUE_NOT_YES_OR_NO:
    '{indicator}: värdet {value} ({period}) är varken ja eller nej. Skriv 1 för ja och 0 för nej; i arbetsboken ja eller nej.',
  VALUE_NOT_A_DAY:
    '{indicator}: värdet {value} ({period}) är ingen dag. Skriv år, månad och dag i åtta siffror, till exempel 20261130; i arbetsboken 2026-11-30.',
  SUB_GOAL_ELSEWHERE:
    '{indicator}: delmålet {subGoal} ligger under målet {other} men indikatorn under {goal}. Välj mål och delmål som hör ihop.',
  TARGET_AGAINST_DIRECTION:
    '{indicator}: målet {target} går åt andra hållet än det som sägs vara bra. Kontrollera mål och riktning.',
  TARGET_NOT_UNDERSTOOD:
    '{indicator}: målet "{target}" går inte att bedöma mot ett värde. Skriv det som ett tal, eller som öka, minska, bibehålla, bättre än riket eller bland de 25 % bästa.',
  NO_BASELINE:
    '{indicator}: målet "{target}" saknar startvärde och kan inte bedömas. Lägg till startvärdet och dess period.',
  NEAR_LIMIT_WITHOUT_TARGET:
    '{indicator}: gränsen för nära målet gäller inget, för indikatorn har inget målvärde. Ta bort gränsen eller ange ett mål.',
  NEAR_LIMIT_WRONG_SIDE:
    '{indicator}: gränsen för nära målet, {nearLimit}, når redan målet {target}. Sätt gränsen på den sida där målet inte är nått.',
  GRADE_STEPS_NOT_FALLING:
    'Bedömningen {grade} ges från {percent} %, men {before} före den ges redan från {beforePercent} %. Låt stegen falla.',
  APPROVER_IS_REPORTER:
    '{upn} är både rapportör och godkännare för {committee}. Den som godkänner ska vara någon annan än den som rapporterar.',
  UNREACHABLE: '{upn} går inte att nå. Skriv personens inloggningsnamn, som en e-postadress.',
  ROLE_WITHOUT_COMMITTEE: '{upn} är {role} men inte för någon nämnd. Ange nämnden.',
  ROLE_WITH_COMMITTEE:
    '{upn} är {role} för {committee}, men den rollen gäller hela kommunen och får ändra hela planen. Lämna nämnden tom, eller välj en av nämndens roller.',
  SAME_ORDER: '{upn}: {committee} har redan en rapportör med ordning {order}. Ge ersättarna 2, 3 och så vidare.',
  NO_CONTRIBUTION:
    '{committee} bidrar inte till {goal}: varken {committeeGoalLevel}, indikator eller {commitmentLevel}. Lägg till hur nämnden bidrar.',
  NOBODY_ASKED:
    '{indicator} ({id}) frågas ingen om. Ange en ansvarig nämnd, eller en uppföljning som frågar efter indikatorer så ofta.',
  NOBODY_TOTALS: '{indicator} ({id}) har flera nämnder samtidigt. Ange vem som rapporterar totalen för hela kommunen.',
  NO_REPORTER: '{committee} har ingen rapportör, så ingen får frågor. Lägg till en rapportör bland kontakterna.',
  FRAME_NOT_KEPT:
    '{committee} {year}: internbudgeten är {budgetKr} och ramen {frameKr}. Rätta internbudgeten, eller ramen om fullmäktige har ändrat den.',
  UNIT_CHANGED:
    '{name} ({id}) har enheten {before} i planen och {after} i filen, och det finns redan siffror. Behåll enheten eller ge indikatorn ett nytt id.',
  PLAN_SUCCEEDED:
    'Planen gäller {from} till {to}, och sedan gäller en nyare plan. En ändring från {start} skulle inte gälla någon månad. Läs in filen med styr plan import --from {to}, eller med en tidigare månad.',
  REMOVED_WITH_OUTCOMES:
    'Det finns siffror för {name} ({id}), som inte är med i filen. Siffrorna ligger kvar; lägg tillbaka raden om den togs bort av misstag.',
  COMMITTEE_REMOVED:
    '{name} ({id}) är inte med i filen, men det finns siffror för nämnden. Låt den stå kvar och ange dess sista dag i stället. Siffrorna ligger kvar i vilket fall.',
  ADOPTION_UNDONE:
    '{committee} antog sin verksamhetsplan {date}, {paragraph}, men det beslutet är inte med i filen. Är filen äldre än beslutet: hämta planen på nytt och gör ändringen där, annars går nämndens del tillbaka.',
  ACTIVITY_WITHOUT_OWNER: 'Aktiviteten {activity} under {commitment} saknar ansvarig. Ange vem som ansvarar.',
  ACTIVITY_WITHOUT_DATES:
    'Aktiviteten {activity} under {commitment} saknar start eller slut. Ange båda, annars syns det inte om den är försenad.',
  OTHER_PLAN: 'Filen hör till planen {plan}, men den som gäller är {current} ({title}). Be controllern om en ny fil.',
  OTHER_COMMITTEE: 'Raden gäller {committee}, men filen är {own}s del. Ta bort raden eller rätta nämnden.',
  COMMITTEE_NOT_VALID: '{committee} finns inte under {plan}. Välj en nämnd som finns då.',
  SHARED_GOAL_CHANGED:
    '{goal} delas med {committees} och ändras inte i en nämnds egen del. Låt målet stå som det var och tala med controllern.',
  GOAL_NOT_OWN: '{committee} står inte vid nämndmålet {goal}. Lägg till {committee} vid målet, eller ta bort raden.',
  GOAL_NOT_SHARED:
    'Åtagandet {commitment} ligger under {goal}, som {committee} inte har. Välj ett av nämndens mål, eller lägg till nämnden vid målet.',
  FRAME_UNKNOWN:
    'Fullmäktiges ram för {committee} {year} finns inte i planen, så budgeten jämförs inte med den. Be controllern lägga in ramen.',
};

/** What facts are called that are not the plan's own words. */
const words: Readonly<Record<string, string>> = {
  committees: 'Nämnden',
  councilGoals: 'Fullmäktigemålet',
  councilAndSubGoals: 'Målet',
  subGoals: 'Delmålet',
  committeeGoals: 'Nämndmålet',
  goals: 'Målet',
  goalAreas: 'Målområdet',
  gradeScale: 'Bedömningen',
  budgets: 'Verksamhetsområdet',
  reporter: 'rapportör',
  committeeApprover: 'godkännare',
  administrator: 'administratör',
  councilClerk: 'kommunsekreterare',
  manager: 'chef',
  municipality: 'hela kommunen',
  county: 'länet',
  country: 'riket',
  bestQuarter: 'de 25 % bästa',
  committeeGoal: 'nämndmål',
  commitment: 'åtagande',
};

const kronor = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 9, useGrouping: false });

export function planProblemText({ code, facts }: PlanProblem): string {
  return planProblemTexts[code].replaceAll(/\{(\w+)\}/g, (_, fact: string) => factText(fact, facts[fact]));
}

function factText(fact: string, value: string | number | undefined): string {
  if (value === undefined) throw new Error(`The text needs the fact ${fact}`);
  if (typeof value === 'number') return fact.endsWith('Kr') ? `${kronor.format(value)} kr` : plain.format(value);
  if (fact === 'opens' || fact === 'due') return /\d+/.exec(value)?.[0] ?? value;
  if (fact.endsWith('Level')) return words[value] ?? value.toLowerCase();
  if (fact === 'item') return value.replaceAll(/\S+/g, (word) => words[word] ?? word);
  return fact === 'list' || fact === 'role' ? (words[value] ?? value) : value;
}
