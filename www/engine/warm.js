// A made-up survey, read once before the first real one: a browser puts its best code in place only where code has run for a while,
// and while a person looks for a file there is time for that.

const RECORDS = 12_000;
const ANSWERS = 40;

/**
 * @param {import('./protocol.js').EngineModule} engineModule What reads.
 * @param {import('./protocol.js').IntakeModule} tools What says whether there is something else to do first.
 */
export function warm({ Engine }, tools) {
    const engine = new Engine();
    const answers = Array.from({ length: ANSWERS }, (_, at) => `q${at}`);
    engine.begin('made_up.csv');
    engine.push(bytes(`id,day,unit,weight,size,${answers}\n`));
    for (let record = 0; record < RECORDS;) {
        let piece = '';
        for (const end = record + RECORDS / 4; record < end; record++) {
            piece += `R${record + 1e6},2024-0${1 + (record % 9)}-1${record % 10},unit ${record % 500},${record / 7},${record % 1000},`;
            piece += `${answers.map((_, at) => (record * (at + 3)) % 5)}\n`;
        }
        const read = bytes(piece);
        tools.look(read, false);
        engine.push(read);
    }
    engine.finish();
    engine.free();
}

/** @param {string} text */
function bytes(text) {
    return new TextEncoder().encode(text);
}
