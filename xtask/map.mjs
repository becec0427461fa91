// The boundaries of the 33 states, as src/chart/kind/map/ carries them.
//
//   node xtask/map.mjs [--check]
//
// Takes Natural Earth's 50m countries (public domain) from npm's world-atlas, whose arcs are shared by neighbours already. Each arc
// is projected (Lambert's azimuthal equal-area projection, so that areas compare), simplified once (Visvalingam and Whyatt 1993:
// the point whose triangle with its neighbours is the least goes first) and put on a grid: no gap opens between neighbours, and
// drawing needs no trigonometry. With --check it fails where the committed file is another.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const FILE = new URL('../src/chart/kind/map/boundaries.bin', import.meta.url);
const COUNTRIES = new URL('../src/locale/country/list.rs', import.meta.url);
const ATLAS = new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url);

/** Where the projection touches the globe, in degrees. */
const CENTRE = { longitude: -72, latitude: -14 };
/** Units of the grid across the map. */
const WIDTH = 1000;
/** Points whose triangle is smaller go, in square units. */
const LEAST_TRIANGLE = 3;
/** Islands that are smaller go, in square units, unless they are the largest of their country. */
const LEAST_ISLAND = 5;
/** Islands so far out in the Pacific would make the map half sea. */
const WEST = -95;
/** Bytes after compression that the map may take. */
const BUDGET = 7 * 1024;

/** @typedef {[number, number]} Point */

const atlas = JSON.parse(readFileSync(ATLAS, 'utf8'));
const { scale, translate } = atlas.transform;

/** Longitude and latitude on a plane, north up. @type {(degrees: Point) => Point} */
function project([longitude, latitude]) {
  const radians = Math.PI / 180;
  const [lambda, phi] = [(longitude - CENTRE.longitude) * radians, latitude * radians];
  const phi0 = CENTRE.latitude * radians;
  const k = Math.sqrt(2 / (1 + Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(lambda)));
  const x = k * Math.cos(phi) * Math.sin(lambda);
  const y = k * (Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(lambda));
  return [x, -y];
}

/** An arc in degrees. @type {(arc: Point[]) => Point[]} */
function unpacked(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

const iso3 = readFileSync(COUNTRIES, 'utf8').split('\n').map((line) => line.split('\\t')).filter((parts) => parts.length > 5)
  .map(([code, , m49]) => ({ code, id: m49.padStart(3, '0') }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const degrees = atlas.arcs.map(unpacked);
/** @type {(reference: number, arcs: Point[][]) => Point[]} */
const arcOf = (reference, arcs) => (reference < 0 ? [...arcs[~reference]].reverse() : arcs[reference]);
/** @type {(ring: number[], arcs: Point[][]) => Point[]} */
const pointsOf = (ring, arcs) => ring.flatMap((reference) => arcOf(reference, arcs).slice(1));
/** @type {(points: Point[]) => number} */
function areaOf(points) {
  let sum = 0;
  for (let at = 0; at < points.length; at += 1) {
    const [[x0, y0], [x1, y1]] = [points[at], points[(at + 1) % points.length]];
    sum += x0 * y1 - x1 * y0;
  }
  return Math.abs(sum) / 2;
}

// The rings of each state, without what lies far out. No state of the region has a hole.
const states = iso3.map(({ code, id }) => {
  const geometry = atlas.objects.countries.geometries.find((/** @type {any} */ it) => it.id === id);
  if (!geometry) throw new Error(`Natural Earth has no ${code}`);
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  const rings = polygons.map((/** @type {number[][]} */ [outer]) => outer);
  return { code, rings: rings.filter((/** @type {number[]} */ ring) => code !== 'CHL' && code !== 'ECU' || pointsOf(ring, degrees).every(([x]) => x > WEST)) };
});

// French Guiana, which is no state of its own, so that the coast has no gap.
const france = atlas.objects.countries.geometries.find((/** @type {any} */ it) => it.id === '250');
const ground = france.arcs.map((/** @type {number[][]} */ [outer]) => outer)
  .filter((/** @type {number[]} */ ring) => pointsOf(ring, degrees).every(([x, y]) => x > -55 && x < -51 && y > 2 && y < 6));

// The grid: as wide as the states are.
const plane = degrees.map((/** @type {Point[]} */ arc) => arc.map(project));
const used = new Set(states.flatMap(({ rings }) => rings.flat().map((/** @type {number} */ it) => (it < 0 ? ~it : it))));
const all = [...used].flatMap((arc) => plane[arc]);
const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
const [top, bottom] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
const unit = WIDTH / (right - left);
const height = Math.round((bottom - top) * unit);
const fine = plane.map((/** @type {Point[]} */ arc) => arc.map(([x, y]) => /** @type {Point} */ ([(x - left) * unit, (y - top) * unit])));

for (const state of states) {
  const areas = state.rings.map((/** @type {number[]} */ ring) => areaOf(pointsOf(ring, fine)));
  const largest = Math.max(...areas);
  const order = state.rings.map((_, at) => at).sort((a, b) => areas[b] - areas[a]);
  state.rings = order.filter((at) => areas[at] === largest || areas[at] >= LEAST_ISLAND).map((at) => state.rings[at]);
}

/** The points of an arc that stay. @type {(points: Point[]) => Point[]} */
function simplified(points) {
  const kept = points.map(([x, y]) => /** @type {Point} */ ([Math.round(x), Math.round(y)]));
  const isRing = `${kept[0]}` === `${kept[kept.length - 1]}`;
  const least = isRing ? 5 : 2;
  while (kept.length > least) {
    let [at, area] = [-1, LEAST_TRIANGLE];
    for (let i = 1; i + 1 < kept.length; i += 1) {
      const own = areaOf([kept[i - 1], kept[i], kept[i + 1]]);
      if (own < area) [at, area] = [i, own];
    }
    if (at < 0) break;
    kept.splice(at, 1);
  }
  return kept;
}

const drawn = [...states.flatMap(({ rings }) => rings), ...ground];
const kept = [...new Set(drawn.flat().map((/** @type {number} */ it) => (it < 0 ? ~it : it)))].sort((a, b) => a - b);
const coarse = new Map(kept.map((arc) => [arc, simplified(fine[arc])]));

/** The place within a ring that is farthest from its edge, wide places before high ones: where words go. */
function middleOf(/** @type {Point[]} */ ring) {
  const [x0, x1] = [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))];
  const [y0, y1] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
  /** @type {Point} */
  let best = [Math.round((x0 + x1) / 2), Math.round((y0 + y1) / 2)];
  let most = 0;
  for (let x = Math.ceil(x0); x <= x1; x += 3) {
    for (let y = Math.ceil(y0); y <= y1; y += 3) {
      let [inside, distance] = [false, Infinity];
      for (let at = 0; at < ring.length; at += 1) {
        const [[ax, ay], [bx, by]] = [ring[at], ring[(at + 1) % ring.length]];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
        const [dx, dy] = [bx - ax, by - ay];
        const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        distance = Math.min(distance, Math.hypot((x - ax - share * dx) * 0.6, y - ay - share * dy));
      }
      if (inside && distance > most + 1e-9) [best, most] = [[x, y], distance];
    }
  }
  return best;
}

// Written as unsigned numbers of seven bits a byte, the least first; differences alternate in sign.
/** @type {number[]} */
const bytes = [];
function write(/** @type {number} */ value) {
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  bytes.push(value);
}
const writeSigned = (/** @type {number} */ value) => write(value < 0 ? -2 * value - 1 : 2 * value);

function writeRings(/** @type {number[][]} */ rings) {
  write(rings.length);
  for (const ring of rings) {
    write(ring.length);
    for (const reference of ring) {
      const place = kept.indexOf(reference < 0 ? ~reference : reference);
      write(place * 2 + (reference < 0 ? 1 : 0));
    }
  }
}

write(WIDTH);
write(height);
write(kept.length);
let [x, y] = [0, 0];
let points = 0;
for (const arc of kept) {
  const own = coarse.get(arc) ?? [];
  write(own.length);
  points += own.length;
  for (const [nextX, nextY] of own) {
    writeSigned(nextX - x);
    writeSigned(nextY - y);
    [x, y] = [nextX, nextY];
  }
}
for (const { rings } of states) {
  const largest = rings[0].flatMap((/** @type {number} */ it) => {
    const own = coarse.get(it < 0 ? ~it : it) ?? [];
    return (it < 0 ? [...own].reverse() : own).slice(1);
  });
  middleOf(largest).forEach(write);
  writeRings(rings);
}
writeRings(ground);

const file = Buffer.from(bytes);
const size = brotliCompressSync(file).length;
if (size > BUDGET) throw new Error(`the map takes ${size} bytes of ${BUDGET}`);
if (process.argv.includes('--check')) {
  if (!file.equals(readFileSync(FILE))) throw new Error('boundaries.bin is not what node xtask/map.mjs writes');
} else {
  writeFileSync(FILE, file);
}
console.log(`${kept.length} arcs, ${points} points, ${WIDTH} × ${height}: ${file.length} bytes, ${size} compressed`);
