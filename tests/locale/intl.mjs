// Writes tests/locale/intl.json: what Intl says, for the locales of Latin America and the Caribbean.
//   node tests/locale/intl.mjs > tests/locale/intl.json      (Node 20 or later, full ICU, CLDR 48)
// It is written once and committed: Intl differs between engines and versions, so the tests do not ask the Node at hand.
const locales = ['es', 'es-ES', 'es-419', ...['MX', 'PE', 'GT', 'HN', 'NI', 'SV', 'PA', 'CU', 'DO', 'PR', 'US', 'BZ', 'AR', 'CO', 'CL', 'BO',
  'EC', 'UY', 'PY', 'VE', 'CR'].map(country => `es-${country}`), 'pt', 'pt-BR', 'pt-PT', 'en', 'en-US', 'en-GB', 'en-JM', 'en-TT', 'fr', 'fr-HT', 'fr-CA'];
const values = [0, 0.04, 0.35, 0.5, 1.005, 2.5, 3.5, 9.95, 99.995, 999.5, 1000, 1234, 1234.5, 9999.995, 12345.678, 123456.5, 1234567.891, 1e15,
 1e-7, -0.04, -0.5, -1234.5, -12345.67, 0.1 + 0.2, 1.45, 8.345, 5e-324];
const shares = [0, 0.004, 0.005, 0.545, 0.5449999, 0.0455, 0.29, 0.57, 0.999, 0.9995, 1, 1.3345, 12.345, -0.05, -0.1234, 1 / 3, 2 / 3];

const numbers = [], percents = [], dates = [], lists = [], integers = [], plurals = [];
for (const locale of locales) {
  for (const decimals of [0, 1, 2]) {
    const digits = {minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative'};
    const number = new Intl.NumberFormat(locale, digits);
    const percent = new Intl.NumberFormat(locale, {...digits, style: 'percent'});
    for (const value of values) numbers.push([locale, value, decimals, number.format(value)]);
    for (const share of shares) percents.push([locale, share, decimals, percent.format(share)]);
  }
  for (const value of [0, 7, 999, 1000, 9999, 10000, 1234567]) integers.push([locale, value, new Intl.NumberFormat(locale).format(value)]);
  for (const [text, parts] of [['2019-06', {}], ['2020-03', {}], ['2019-06-30', {day: 'numeric'}], ['2020-12-05', {day: 'numeric'}]]) {
    const date = new Date(`${text.length === 7 ? `${text}-01` : text}T00:00:00Z`);
    const write = month => date.toLocaleDateString(locale, {timeZone: 'UTC', year: 'numeric', month, ...parts});
    dates.push([locale, text, write('long'), write('short')]);
  }
  for (const items of [['A'], ['A', 'B'], ['A', 'B', 'C'], ['Chile', 'Perú', 'Irlanda'], ['hombres', 'hierro'], ['niñas', 'hijos']]) {
    lists.push([locale, items, new Intl.ListFormat(locale).format(items), new Intl.ListFormat(locale, {type: 'disjunction'}).format(items)]);
  }
  const plural = new Intl.PluralRules(locale);
  for (const count of [0, 1, 2, 5, 11, 21, 100, 1001]) plurals.push([locale, count, plural.select(count)]);
}
const rows = list => `[\n${list.map(row => JSON.stringify(row)).join(',\n')}\n]`;
console.log(`{"versions": ${JSON.stringify({node: process.versions.node, icu: process.versions.icu, cldr: process.versions.cldr})},
${Object.entries({numbers, percents, integers, dates, lists, plurals}).map(([name, list]) => `"${name}": ${rows(list)}`).join(',\n')}}`);
