// The document's JSON Schema and its TypeScript types, as the tree carries them.
//
//   node xtask/schema.mjs [SCHEMA] [--check]
//
// SCHEMA is what the Rust types say (`pulso schema`, feature `schema`); the committed schema without it. Writes
// www/data/pulso.schema.json and www/engine/document.d.ts; with --check it fails where they differ. The types carry the hash of
// their schema, so that the tests in Rust notice when one moves without the other.
import { compile } from 'json-schema-to-typescript';
import { readFileSync, writeFileSync } from 'node:fs';

const SCHEMA = new URL('../www/data/pulso.schema.json', import.meta.url);
const TYPES = new URL('../www/engine/document.d.ts', import.meta.url);

const check = process.argv.includes('--check');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

/** FNV-1a, 64 bits, in hexadecimal; tests/document/schema.rs computes the same. */
function hash(/** @type {Buffer} */ bytes) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

const text = readFileSync(given ?? SCHEMA);
const types = await compile(JSON.parse(text.toString()), 'Document', {
  bannerComment: `// Made from www/data/pulso.schema.json (${hash(text)}) by xtask/schema.mjs: change the Rust types instead.`,
  style: { printWidth: 120, singleQuote: true },
});

const stale = [];
for (const [file, wanted] of /** @type {[URL, string][]} */ ([[SCHEMA, text.toString()], [TYPES, types]])) {
  let found = '';
  try {
    found = readFileSync(file, 'utf8');
  } catch {
    // Not there yet.
  }
  if (found === wanted) continue;
  if (check) stale.push(file.pathname);
  else writeFileSync(file, wanted);
}
if (stale.length > 0) {
  console.error(`Not what the Rust types say: ${stale.join(', ')}. Run \`cargo xtask schema\`.`);
  process.exit(1);
}
