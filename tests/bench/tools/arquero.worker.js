// Arquero's side of the measurement.

importScripts('../node_modules/arquero/dist/arquero.min.js');

let table;

const calls = {
    ready: () => null,
    async read({ file }) {
        table = aq.fromCSV(await file.text());
        return table.numRows();
    },
    shares({ items, by }) {
        const agree = (item) => `op.sum((d.${item} === 4 || d.${item} === 5) ? d.weight : 0)`;
        const valid = (item) => `op.sum((d.${item} >= 1 && d.${item} <= 5) ? d.weight : 0)`;
        const columns = Object.fromEntries(items.map((item) => [item, `d => ${agree(item)} / ${valid(item)}`]));
        const rows = table.groupby(by).rollup(columns).objects();
        return Object.fromEntries(rows.flatMap((row) => items.map((item) => [`${row[by]} ${item}`, row[item]])));
    },
};

onmessage = async ({ data }) => {
    try {
        postMessage({ answer: await calls[data.call](data) });
    } catch (error) {
        postMessage({ error: String(error) });
    }
};
