// What a page's processes hold, as Linux counts it.

import { readFile } from 'node:fs/promises';

/**
 * Chromium's processes that hold pages.
 * @param {import('playwright-core').CDPSession} inspector
 */
export async function renderers(inspector) {
    const { processInfo } = await inspector.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer');
}

/**
 * The most memory in bytes that any of these processes has held; 0 where the system does not say.
 * @param {number[]} ids
 */
export async function peakMemory(ids) {
    const peaks = ids.map(async (id) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return Number(status.match(/VmHWM:\s+(\d+) kB/)?.[1] ?? 0) * 1024;
    });
    return Math.max(0, ...(await Promise.all(peaks)));
}
