/** Money: words of budget, outcome and forecast, by the measure that they ask for. */
export const FINANCE = {
  money: `
    ekonomi, ekonomisk, pengar, peng, budget, kostnad, kosta, intäkt, prognos, underskott, överskott, utfall,
    avvikelse, resultat, netto, förbrukning, =miljon, =miljoner, mnkr, tkr, kronor, krona, mkr, finans, finances,
    money, finansiell, bokslutsresultat, plus, minus, internbudget, anslag, ram, ramen, deficit, surplus, forecast,
    spend, cost, dyr, dyrt, slösa, bränner, spara, besparing, underbudget, bokfört, ekonomin`,
  forecast: `
    prognos, helårsprognos, prognostisera, prognostiserat, årsprognos, forecast, landa, landar, pekar mot, =hamnar,
    slutar på, vad tror, årets slut, slutprognos, =prognosticeras, prognosticera, prognosen, räknar med att`,
  deviation: `
    avvikelse, avviker, avvika, budgetavvikelse, diff, differens, underskott, överskott, deficit, surplus,
    deviation, variance, plus eller minus, går .. back, gå back, på back, ligger back, går .. plus, går .. minus,
    gå minus, gå plus, håller .. budget, hålla .. budget, höll .. budget, klarar .. budget, klara .. budget,
    klarade .. budget, håller .. ram, hålla .. ram, håller sig inom, inom .. ram, inom budget, over budget,
    under budget, över budget, på budget, on budget, keep .. budget, balans, drar över, dra över, drar .. över,
    överskrider, överskrida, spräcker, spräcka, röda siffror, svarta siffror, röda tal, saknas .. pengar,
    fattas .. pengar, hur mycket saknas, hur mycket fattas, budgetunderskott, budgetöverskott, i fas,
    hur mycket .. över, hur mycket .. minus, hur mycket .. plus, minus, gå runt, går runt, går ihop, i balans,
    ligger .. över, ligger .. under, overspend, backar, blöder, overskott, hålla i pengarna, räcker .. pengar,
    pengarna räcker, räcker budget, håller vi budget, budgeten håller, överförbrukning, överdrag, budget i balans`,
  deviationPercent: `
    procent .. avvikelse, avvikelse .. procent, avviker .. procent, procentuell avvikelse, procent .. över,
    procent .. under, procent av budget, procentuellt`,
  budget: `
    budget, årsbudget, budgeterat, budgetera, ram, budgetram, anslag, kommunbidrag, nämndbidrag, driftbudget,
    tilldelning, tilldelad, budgeted`,
  internalBudget: 'internbudget, detaljbudget, intern budget',
  netCost: 'nettokostnad, netto, nettokostnader, nettoutfall, net cost',
  cost: `
    kostnad, kosta, kostar, kostat, kostade, kostnader, utgift, bruttokostnad, cost, costs, spendera, spenderar,
    personalkostnad, lönekostnad, expenses`,
  income: 'intäkt, inkomst, avgiftsintäkt, revenue, income, får in, drar in',
  result: '=resultat, =resultatet, årets resultat, bokslutsresultat, resultaträkning, årsresultat, result, resultat',
  outcome: `
    utfall, =utfallet, gjort av med, gjort slut på, förbrukat, förbrukning, använt, gjorde av med, bokfört,
    spenderat, spent, bränt, bränner, ackumulerat, upparbetat, outcome, actual, actuals, förbrukar, har .. gått åt,
    gått åt, gör av med`,
  remaining: `kvar, återstår, återstående, remaining, left, kvarvarande, kvar att`,
  monthlyCost: 'i månaden, per månad, månadskostnad, månadsvis, varje månad, per month, en vanlig månad, månadssnitt',
  measuresAsked: `
    =åtgärder, =åtgärderna, åtgärd, åtgärdsplan, motåtgärd, gör .. åt, göra åt, göra .. åt, gjort åt, gjort .. åt,
    hantera, hanterar, vidtar, vidta, vidtagit, measures, actions`,
  measuresEffect:
    'effekt .. åtgärd, åtgärd .. effekt, ger åtgärderna, gav åtgärderna, åtgärderna .. ger, besparingseffekt',
  supplementaryAppropriation:
    'tilläggsanslag, tilläggsbudget, extra pengar, mer pengar, extra anslag, extra medel, tillskott, tilläggs',
  againstBudget: `
    mot budget, mot budgeten, jämfört med budget, mot ramen, kontra budget, vs budget, against budget,
    gentemot budget, i förhållande till budget, budget mot utfall, utfall och budget, budget och utfall,
    utfall/budget, utfall kontra budget, mot plan, utfall vs budget, budget vs utfall, budget kontra utfall,
    budget jämfört med utfall, mot .. internbudget`,
  negative: '=negativ, negativt, negativa, minus, under noll, back, röd, underskott, rött, deficit, i rött',
  positive: 'positiv, positivt, positiva, plus, över noll, överskott, surplus',
  investmentMoney: 'investering, investeringsprojekt, investeringsutfall, investment',
} satisfies Readonly<Record<string, string>>;
