// What every benchmark opens: Chromium without what it does on its own, and the version of Pulso that is measured.

import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/** Chromium, as `cargo xtask bench` names it. */
export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROME,
        headless: false,
        args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
}

/** The version of Pulso. */
export const VERSION = (await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8')).match(/^version = "(.+)"/m)?.[1];
