// What every test of the page shares: the server, one Chromium a file, and pages that tell when something is wrong.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

/** The repository's root, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How long a single wait may last. */
const PATIENCE_MS = 20_000;

/** Everything that Chromium would otherwise say to the outside on its own. */
const QUIET = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/**
 * Where the studio is served, without a slash at the end. `cargo xtask test` serves it already; a test file run alone
 * starts the same server.
 * @returns {Promise<string>}
 */
export function address() {
    return process.env.PULSO_ADDRESS ? Promise.resolve(process.env.PULSO_ADDRESS) : (served ??= serve());
}

/** @type {Promise<string> | undefined} */
let served;

/**
 * Serves a folder as it is, or the studio without building it; ends with the tests of the file.
 * A second server is a second origin: what a host page of an embed is.
 * @param {string} [folder]
 * @returns {Promise<string>} its address
 */
export function serve(folder) {
    const what = folder ? ['--dir', folder] : ['--no-build'];
    const server = spawn('cargo', ['xtask', 'serve', '--port', '0', '--no-open', ...what], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Asked for inside a test, it must outlive that test, and not keep the file from ending.
    server.unref();
    server.stdout.unref();
    process.on('exit', () => server.kill());
    return new Promise((resolve, reject) => {
        let printed = '';
        server.stdout.on('data', (text) => {
            printed += text;
            const found = printed.match(/http:\/\/localhost:\d+/);
            if (found) resolve(found[0]);
        });
        server.on('exit', () => reject(new Error(`The server stopped: ${printed}`)));
    });
}

/**
 * Starts Chromium with a profile of its own. Called at the top of a file, both end with the file's last test.
 * @param {import('playwright-core').LaunchOptions & import('playwright-core').BrowserContextOptions} [options]
 * @returns {Promise<Browser>}
 */
export async function launch({ args = [], ...options } = {}) {
    const { CHROME } = process.env;
    if (!CHROME) throw new Error('CHROME names no Chromium: run `cargo xtask test e2e`, or set it.');
    const profile = await mkdtemp(path.join(tmpdir(), 'pulso-e2e-'));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: CHROME,
        headless: false,
        args: ['--headless=new', ...QUIET, ...args],
        acceptDownloads: true,
        locale: 'es-419',
        timezoneId: 'America/Lima',
        viewport: { width: 1280, height: 800 },
        ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    after(async () => {
        await context.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    });
    return new Browser(context);
}

/** A browser whose pages are watched. */
export class Browser {
    /** @param {import('playwright-core').BrowserContext} context */
    constructor(context) {
        this.context = context;
    }

    /**
     * A new page, watched from before its first request.
     * @param {{allow?: string[]}} [options] Origins that it may speak to besides the studio's.
     */
    async page({ allow = [] } = {}) {
        const page = await this.context.newPage();
        return { page, watch: new Watch(page, [await address(), ...allow]) };
    }
}

/** Keeps what a page must not do: write errors to the console, throw, or speak to anybody else. */
export class Watch {
    /** @type {string[]} */
    #wrong = [];

    /**
     * @param {import('playwright-core').Page} page
     * @param {string[]} origins Those that it may speak to.
     */
    constructor(page, origins) {
        page.on('pageerror', (error) => this.#wrong.push(`thrown: ${error.stack ?? error}`));
        page.on('console', (message) => {
            if (message.type() === 'error') this.#wrong.push(`console: ${message.text()} (${message.location().url})`);
        });
        page.on('requestfailed', (request) => {
            const why = request.failure()?.errorText ?? '';
            // A reader who leaves stops what was under way.
            if (why !== 'net::ERR_ABORTED') this.#wrong.push(`failed: ${request.url()} ${why}`);
        });
        page.on('request', (request) => {
            const url = new URL(request.url());
            if (['data:', 'blob:', 'about:', 'file:'].includes(url.protocol)) return;
            if (!origins.includes(url.origin)) this.#wrong.push(`request to another origin: ${url.href}`);
        });
    }

    /** Takes what was wrong so far, for a test that expects it. */
    take() {
        return this.#wrong.splice(0);
    }

    /** Throws when anything was wrong. */
    check() {
        const wrong = this.take();
        if (wrong.length > 0) throw new Error(`The page did what it must not:\n  ${wrong.join('\n  ')}`);
    }
}
