// Files that the reader brings: dropped anywhere or chosen, read in the worker, with progress and a way to stop.

import { Failure } from '../engine/client.js';
import { h } from './dom.js';
import { t } from './language.js';
import { areFigures, listed } from './proposal.js';
import { Study } from './study.js';

/** @typedef {import('../engine/protocol.js').Trouble} Trouble */
/** @typedef {import('../engine/protocol.js').Progress} Progress */
/** @typedef {import('../engine/protocol.js').Description} Description */

const MEGABYTE = 1e6;
/** Bytes of the largest JSON that is looked at for what it says of another file. */
const MOST_BESIDE = 16 << 20;

/** Takes files in. */
export class Intake {
    /** @type {AbortController | undefined} */
    #reading;
    #depth = 0;

    /**
     * @param {import('../engine/client.js').EngineClient} engine
     * @param {object} parts
     * @param {HTMLElement} parts.progress Where progress is shown.
     * @param {HTMLElement} parts.veil Covers the page while a file hangs over it.
     * @param {HTMLInputElement} parts.input
     * @param {object} handlers
     * @param {(study: Study) => void} handlers.opened
     * @param {(troubles: Trouble[]) => void} handlers.failed
     * @param {() => Study | undefined} handlers.latest The reader's own study that a codebook belongs to.
     */
    constructor(engine, { progress, veil, input }, handlers) {
        this.engine = engine;
        this.progress = progress;
        this.veil = veil;
        this.handlers = handlers;
        input.addEventListener('change', () => {
            this.take([...(input.files ?? [])]);
            input.value = '';
        });
        input.addEventListener('click', () => void engine.prepare());
        addEventListener('dragenter', (event) => this.#hover(event, 1));
        addEventListener('dragleave', (event) => this.#hover(event, -1));
        addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault());
        addEventListener('drop', (event) => this.#drop(event));
    }

    /** @param {DragEvent} event @param {number} step */
    #hover(event, step) {
        if (!holdsFiles(event)) return;
        if (step > 0) this.engine.prepare();
        this.#depth += step;
        this.veil.hidden = this.#depth <= 0;
    }

    /** @param {DragEvent} event */
    #drop(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        this.#depth = 0;
        this.veil.hidden = true;
        this.take([...(event.dataTransfer?.files ?? [])]);
    }

    /**
     * Reads the data file among these, with its codebook and what its publisher hands out with it. What was loaded before stays,
     * whatever happens.
     * @param {File[]} files
     */
    async take(files) {
        await this.#tell(async () => {
            const { companion, package: descriptor, rest } = await sorted(files);
            const beside = await companion?.text();
            /** @type {Description | undefined} */
            let codebook;
            /** @type {File | undefined} */
            let data;
            let figures = false;
            for (const file of rest) {
                const description = await this.#read(file, undefined, beside);
                if (description.codebook) codebook = description;
                else if (!data) {
                    data = file;
                    figures = areFigures(description);
                }
            }
            // A package says of other data than figures what their columns mean.
            if (descriptor && !figures) codebook = await this.#read(descriptor);
            if (!data) return codebook ? this.#attach(codebook) : companion && this.#beside(companion.name, beside);
            const choice = codebook && (await this.#part(data, codebook, {}, beside));
            const study = await this.#propose(data.name, codebook);
            Object.assign(study, { file: data, beside, choice: choice ?? {} });
            return study;
        });
    }

    /**
     * Reads a file again where its codebook says that a column of it lists several answers: each becomes a column.
     * @param {File} file
     * @param {Description} codebook
     * @param {import('../engine/protocol.js').Choice} choice
     * @param {string} [beside]
     */
    async #part(file, codebook, choice, beside) {
        const several = listed(await this.engine.describe(named(file, choice)), codebook);
        if (!several.length) return choice;
        const parted = { ...choice, several };
        await this.#read(file, parted, beside);
        return parted;
    }

    /**
     * What a publisher hands out beside a file that is open already: the file is read again with it.
     * @param {string} name
     * @param {string} [beside]
     */
    async #beside(name, beside) {
        const study = this.handlers.latest();
        if (!study?.file) throw alone(name);
        const { file, choice } = study;
        await this.#read(file, choice, beside);
        const next = await this.#propose(named(file, choice), study.codebook);
        return Object.assign(next, { file, choice, beside });
    }

    /**
     * Reads the file of a study once more, in another way than it was recognised. The study stays as it is if that fails.
     * @param {Study} study
     * @param {import('../engine/protocol.js').Choice} choice
     */
    async again(study, choice) {
        const { file } = study;
        if (!file) return;
        await this.#tell(async () => {
            await this.#read(file, choice, study.beside);
            const next = await this.#propose(named(file, choice), study.codebook);
            return Object.assign(next, { file, choice, beside: study.beside });
        });
    }

    /**
     * Opens what comes of reading, or tells why nothing does.
     * @param {() => Promise<Study | undefined>} read
     */
    async #tell(read) {
        try {
            const study = await read();
            if (study) this.handlers.opened(study);
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            if (!error.troubles.some((trouble) => trouble.code === 'cancelled')) this.handlers.failed(error.troubles);
        } finally {
            this.progress.replaceChildren();
        }
    }

    /**
     * @param {File} file
     * @param {import('../engine/protocol.js').Choice} [choice]
     * @param {string} [beside]
     */
    async #read(file, choice, beside) {
        this.#reading?.abort();
        const reading = (this.#reading = new AbortController());
        const show = this.#bar(file, () => reading.abort());
        return this.engine.read(named(file, choice), file, { signal: reading.signal, progress: show, choice, beside });
    }

    /**
     * A codebook that comes after its data: what the reader has said of them stays.
     * @param {Description} codebook
     */
    async #attach(codebook) {
        const study = this.handlers.latest();
        const [dataset] = study?.document.datasets ?? [];
        if (!study || !dataset) throw alone(codebook.file);
        const { file, beside } = study;
        const choice = file ? await this.#part(file, codebook, study.choice, beside) : study.choice;
        const next = await this.#propose(dataset.source, codebook);
        Object.assign(next, { file, choice, beside });
        next.edit({ ...next.document, datasets: [{ ...dataset, codebook: codebook.file }] });
        return next;
    }

    /**
     * @param {string} name
     * @param {Description} [codebook]
     */
    async #propose(name, codebook) {
        const { document, found } = await this.engine.propose(name);
        const [dataset] = document.datasets ?? [];
        if (codebook && dataset) dataset.codebook = codebook.file;
        const study = new Study(this.engine, document, 'own');
        study.found = found;
        study.codebook = codebook;
        if (dataset) await study.open(dataset);
        return study;
    }

    /**
     * @param {File} file
     * @param {() => void} cancel
     * @returns {(progress: Progress) => void}
     */
    #bar(file, cancel) {
        const bar = h('progress', { max: file.size, value: 0, 'aria-label': t('reading', { name: file.name }) });
        const said = h('span', { class: 'quiet' });
        this.progress.replaceChildren(
            h('p', {}, t('reading', { name: file.name })), bar,
            h('p', { class: 'actions' }, said, h('button', { type: 'button', class: 'plain', onclick: cancel }, t('cancel'))));
        return ({ bytes, total, records }) => {
            bar.value = bytes;
            said.textContent = t('reading.progress', { done: megabytes(bytes), total: megabytes(total), records });
        };
    }
}

/**
 * The files by what they are: what a publisher hands out beside his table (Our World in Data's `metadata.json`, a Data Package's
 * descriptor), and the rest in their order.
 * @param {File[]} files
 */
async function sorted(files) {
    /** @type {{companion?: File, package?: File, rest: File[]}} */
    const found = { rest: [] };
    for (const file of files) {
        const kind = /\.json$/i.test(file.name) && file.size < MOST_BESIDE ? await companion(file) : undefined;
        if (!kind) found.rest.push(file);
        else {
            found.companion ??= file;
            if (kind === 'package') found.package ??= file;
        }
    }
    return found;
}

/** @param {File} file @returns {Promise<'metadata' | 'package' | undefined>} */
async function companion(file) {
    try {
        const { columns, chart, dateDownloaded, resources } = JSON.parse(await file.text()) ?? {};
        if (Array.isArray(resources)) return 'package';
        return columns && !Array.isArray(columns) && (chart || dateDownloaded) ? 'metadata' : undefined;
    } catch {
        // What is wrong with it is said by whoever reads it.
        return undefined;
    }
}

/** A companion without what it belongs to. @param {string} name */
function alone(name) {
    return new Failure([{ code: 'codebook_alone', params: { value: name } }]);
}

/**
 * The name of a file in the engine; that of one of its tables stands behind.
 * @param {File} file
 * @param {import('../engine/protocol.js').Choice} [choice]
 */
function named(file, choice) {
    return choice?.table ? `${file.name}#${choice.table}` : file.name;
}

/** @param {number} bytes */
function megabytes(bytes) {
    return (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);
}

/** @param {DragEvent} event */
function holdsFiles(event) {
    return event.dataTransfer?.types.includes('Files') ?? false;
}
