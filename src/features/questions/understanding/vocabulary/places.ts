/** What a figure may be held against outside the municipality. */
export const PLACES = {
  county: 'länet, län, county, länssnitt, länsgenomsnitt, regionen',
  country: `
    riket, rikssnitt, riksgenomsnitt, =landet, sverige, nationellt, nationella, country, national,
    snittet i sverige, riksnivå, genomsnittet, snittet, svenska snittet`,
  similar: 'liknande, jämförbara, likartade, similar, likvärdiga, =lik, =lika stora',
  others: `
    andra kommuner, övriga kommuner, grannkommun, grannkommuner, =kommuner, =kommunerna, other municipalities,
    grannarna, någon annan kommun, annan kommun`,
  bestQuarter: 'bästa fjärdedelen, bästa kvartilen, procent bästa, topp 25',
  elsewhere: '@county, @country, @similar, @others, @bestQuarter',
} satisfies Readonly<Record<string, string>>;
