// One script that holds the chart element and the viewer, for a report that lives in a single file without a network.
//
// Our modules import one another by single lines and are joined here: each becomes a function that returns what it exports.

/** The modules that a report needs, each after those that it imports. */
const MODULES = ['elements/marks.js', 'elements/words.js', 'elements/pulso-chart.js'];
const ROOT = new URL('../', import.meta.url);

/**
 * The script. It registers `<pulso-chart>`, whose viewer unfolds from the file itself on first use, and leaves the viewer's
 * loader in `scope`.
 * @param {(path: string) => Promise<Blob>} [read] Gives a file of the page; a build reads them from its disk.
 * @returns {Promise<string>}
 */
export async function bundle(read = fetched) {
    const text = async (/** @type {string} */ path) => (await read(path)).text();
    const [glue, wasm, ...sources] = await Promise.all([
        text('pkg/viewer/pulso.js'),
        read('pkg/viewer/pulso_bg.wasm').then(packed),
        ...MODULES.map(text),
    ]);
    const init = /(\w+) as default/.exec(glue)?.[1];
    const module = glue.replace(/^export \{[^}]*\};?$/gm, '').replace(/^export /gm, '').replaceAll('import.meta.url', 'document.baseURI');
    const viewer = `const viewerModule = (() => { ${module}
return { Viewer, init: ${init} }; })();
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
    const body = source
        .replace(/^import (\{[^}]*\}) from '[^']*';$/gm, 'const $1 = scope;')
        .replace(/^export /gm, '')
        .replace(/^\s*(\/\/|\/?\*).*\n/gm, '');
    return `Object.assign(scope, (() => { ${body}\nreturn { ${names.join(', ')} }; })());`;
}

/** A file, compressed, as base64. @param {Blob} file */
async function packed(file) {
    const stream = file.stream().pipeThrough(new CompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
}

/** @param {string} path */
async function fetched(path) {
    const response = await fetch(new URL(path, ROOT));
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.blob();
}
