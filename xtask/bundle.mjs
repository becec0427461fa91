// Joins the chart element and the viewer into one script, `www/pkg/report.js`, for a report that lives in a single file
// without a network; and `www/pkg/report-atlas.js` with every kind of chart. The page and the command line put that file into the reports that they write.
//
// Our modules import one another by single lines and are joined here: each becomes a function that returns what it exports.

import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** The modules that a report needs, each after those that it imports. */
const MODULES = ['elements/marks.js', 'elements/motion.js', 'elements/redraw.js', 'elements/words.js', 'elements/pulso-chart.js'];
const ROOT = new URL('../www/', import.meta.url);
/** What the modules so far put into the scope. */
const known = new Set(['viewer']);

await writeFile(new URL('pkg/report.js', ROOT), await bundle('viewer'));
await writeFile(new URL('pkg/report-atlas.js', ROOT), await bundle('atlas'));

/**
 * The script with one of the viewers. It registers `<pulso-chart>`, whose viewer unfolds from the file itself on first use, and leaves the viewer's
 * loader in `scope`.
 * @param {'viewer' | 'atlas'} name
 */
async function bundle(name) {
    const text = (/** @type {string} */ path) => readFile(new URL(path, ROOT), 'utf8');
    const [glue, module, ...sources] = await Promise.all([
        text(`pkg/${name}/pulso.js`),
        readFile(new URL(`pkg/${name}/pulso_bg.wasm`, ROOT)),
        ...MODULES.map(text),
    ]);
    const wasm = gzipSync(module, { level: 9 }).toString('base64');
    const init = /(\w+) as default/.exec(glue)?.[1];
    const inner = glue.replace(/^export \{[^}]*\};?$/gm, '').replace(/^export /gm, '').replaceAll('import.meta.url', 'document.baseURI');
    const viewer = `const viewerModule = (() => { ${inner}
return { Viewer, countries, init: ${init} }; })();
const unpacked = () => new Response(new Blob([Uint8Array.from(atob('${wasm}'), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
let loading;
const viewer = () => (loading ??= unpacked().then(async (bytes) => { await viewerModule.init({ module_or_path: bytes }); return viewerModule; }));
const scope = { viewer };`;
    return [viewer, ...sources.map(enclose)].join('\n').replaceAll('</script', '<\\/script');
}

/**
 * A module as a function of what it imports, which adds its exports to the scope.
 * @param {string} source
 */
function enclose(source) {
    const names = [...source.matchAll(/^export (?:class|function|const) (\w+)/gm)].map((found) => found[1]);
    for (const [, imported] of source.matchAll(/^import \{ ([^}]*) \} from/gm)) {
        for (const one of imported.split(', ')) if (!known.has(one)) throw new Error(`${one} is imported and not in the bundle`);
    }
    names.forEach((one) => known.add(one));
    const body = source
        .replace(/^import (\{[^}]*\}) from '[^']*';$/gm, 'const $1 = scope;')
        .replace(/^export /gm, '')
        .replace(/^\s*(\/\/|\/?\*).*\n/gm, '');
    return `Object.assign(scope, (() => { ${body}\nreturn { ${names.join(', ')} }; })());`;
}
