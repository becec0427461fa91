// The data of examples/region.pulso.json, cut from the public files that ../shared holds.
//
//   node xtask/region.mjs [--check]
//
// Writes examples/pisa_schools.csv and examples/reading.csv. With --check it fails where a committed file is another.
import { readFileSync, writeFileSync } from 'node:fs';

const DATA = new URL('../../shared/data/', import.meta.url);
const EXAMPLES = new URL('../examples/', import.meta.url);
const COUNTRIES = new URL('../src/locale/country/list.rs', import.meta.url);

/** The 33 states: alpha-3 code by English name, as our own list and as Our World in Data write it. */
const codes = new Map(readFileSync(COUNTRIES, 'utf8').split('\n').map((line) => line.split('\\t')).filter((parts) => parts.length > 5)
  .map(([iso3, , , , , english]) => [english.replace('&', 'and').replace('St. ', 'Saint '), iso3.trim().slice(1)]));
const states = new Set(codes.values());

/**
 * The records of a CSV without quoted line ends, by column.
 * @param {string} path
 * @returns {Record<string, string>[]}
 */
function records(path) {
  const [head, ...lines] = readFileSync(new URL(path, DATA), 'utf8').trimEnd().split(/\r?\n/).map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

/** @param {string} line */
function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/**
 * As many decimals as say something, none where there is nothing.
 * @param {string} text
 * @param {number} decimals
 */
function rounded(text, decimals) {
  return text === '' ? '' : String(Number(Number(text).toFixed(decimals)));
}

/** Schools of the eight cycles but the last, whose weights the source leaves out: no estimate can be made of it. */
function schools() {
  const lines = records('learningtower_lac/schools_lac.csv')
    // QAR and QVE are parts of Argentina and Venezuela, tested on their own.
    .filter((school) => states.has(school.country) && school.sch_wgt !== '')
    .map((school) => [
      school.year,
      school.country,
      rounded(school.sch_wgt, 3),
      { private: 1, public: 0 }[school.public_private] ?? '',
      rounded(school.stratio, 2),
      // The index has a scale of its own in every cycle: one cycle's numbers are carried.
      school.year === '2018' ? rounded(school.staff_shortage, 4) : '',
    ]);
  return csv(['year', 'country', 'sch_wgt', 'private', 'stratio', 'staff_shortage'], lines);
}

/** Published figures in the long form. */
function figures() {
  const poverty = 'World Bank, Learning Poverty repository (Azevedo et al. 2021)';
  const read = records('learning_poverty/country_level_outcomes.csv')
    // One test, so that its years and countries compare.
    .filter((row) => row.test === 'LLECE' && states.has(row.countrycode))
    .flatMap((row) => [['all', ''], ['fe', '_girls'], ['ma', '_boys']].map(([group, suffix]) => [
      row.countrycode, row.year, `below_minimum${suffix}`,
      rounded(row[`nonprof_${group}`], 6), rounded(row[`se_nonprof_${group}`], 6), poverty,
    ]));
  const adjusted = records('owid_education/learning_adjusted_years.csv')
    .filter((row) => codes.has(row.Entity))
    .map((row) => [codes.get(row.Entity), row.Year, 'learning_adjusted_years', row['Learning-Adjusted Years of School'], '',
      'World Bank (2018), after Our World in Data']);
  const spending = records('owid_education/worldbank_education_2015.csv')
    .map((row) => ({ ...row, value: row['Total government expenditure on education (World Bank (2015))'] }))
    .filter((row) => codes.has(row.Entity) && row.value !== '' && row.Year >= '2010' && row.Year <= '2013')
    .map((row) => [codes.get(row.Entity), row.Year, 'spending', row.value, '', 'UNESCO UIS and World Bank (2015), after Our World in Data']);
  return csv(['iso3', 'period', 'indicator', 'value', 'se', 'source'], [...read, ...adjusted, ...spending]);
}

/**
 * @param {string[]} head
 * @param {unknown[][]} lines
 */
function csv(head, lines) {
  const cell = (/** @type {unknown} */ value) => (/[",]/.test(String(value)) ? `"${value}"` : String(value));
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\n') + '\n';
}

for (const [name, text] of [['pisa_schools.csv', schools()], ['reading.csv', figures()]]) {
  const file = new URL(name, EXAMPLES);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    throw new Error(`examples/${name} is not what xtask/region.mjs makes: run it.`);
  }
}
