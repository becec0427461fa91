// The boundaries that the viewer carries are those of Natural Earth, as the script simplifies them, and leave no gap.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const FILE = new URL('../../src/chart/kind/map/boundaries.bin', import.meta.url);

const CODES = 'ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRY SLV SUR TTO URY VCT VEN'.split(' ');
/** Every border on land between states of the region. */
const BORDERS = 'ARG-BOL ARG-BRA ARG-CHL ARG-PRY ARG-URY BLZ-GTM BLZ-MEX BOL-BRA BOL-CHL BOL-PER BOL-PRY BRA-COL BRA-GUY BRA-PER BRA-PRY BRA-SUR BRA-URY BRA-VEN CHL-PER COL-ECU COL-PAN COL-PER COL-VEN CRI-NIC CRI-PAN DOM-HTI ECU-PER GTM-HND GTM-MEX GTM-SLV GUY-SUR GUY-VEN HND-NIC HND-SLV'.split(' ');

test('the committed boundaries are what the script writes', () => {
  const script = fileURLToPath(new URL('../../xtask/map.mjs', import.meta.url));
  execFileSync(process.execPath, [script, '--check']);
});

/** The file's arcs, and the references of each state's rings. */
function read() {
  const bytes = readFileSync(FILE);
  let at = 0;
  const next = () => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const signed = () => {
    const value = next();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  next();
  next();
  let [x, y] = [0, 0];
  const arcs = Array.from({ length: next() }, () => Array.from({ length: next() }, () => {
    [x, y] = [x + signed(), y + signed()];
    return `${x} ${y}`;
  }));
  const rings = () => Array.from({ length: next() }, () => Array.from({ length: next() }, next));
  const states = CODES.map((code) => {
    next();
    next();
    return { code, rings: rings() };
  });
  return { arcs, states, ground: rings(), left: bytes.length - at };
}

test('rings close, and neighbours share the arcs between them', () => {
  const { arcs, states, ground, left } = read();
  assert.equal(left, 0);
  /** @type {Map<number, string[]>} */
  const users = new Map();
  const end = (/** @type {number} */ reference, /** @type {boolean} */ first) => {
    const arc = arcs[Math.floor(reference / 2)];
    return first === (reference % 2 === 0) ? arc[0] : arc[arc.length - 1];
  };
  for (const { code, rings } of [...states, { code: 'GUF', rings: ground }]) {
    for (const ring of rings) {
      ring.forEach((reference, place) => {
        assert.equal(end(reference, false), end(ring[(place + 1) % ring.length], true), `${code}: a ring is open`);
        const arc = Math.floor(reference / 2);
        users.set(arc, [...(users.get(arc) ?? []), code]);
      });
    }
  }
  assert.equal(users.size, arcs.length, 'every arc is used');
  const shared = new Set([...users.values()].filter((codes) => codes.length === 2).map((codes) => codes.sort().join('-')));
  assert.deepEqual(BORDERS.filter((border) => !shared.has(border)), []);
});
