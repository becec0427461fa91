// What crosses the boundaries: between the page and its worker, and between the page and the two modules.
//
// Types only; this file is never loaded. Microdata have no type here, so they have no way out of the worker.

/** @typedef {import('./document.d.ts').Document} Document */
/** @typedef {import('./document.d.ts').Dataset} Dataset */
/** @typedef {import('./document.d.ts').Query} Query */
/** @typedef {import('./document.d.ts').Spec} Spec */
/** @typedef {import('./document.d.ts').Indicator} Indicator */

/** A text: one string, or one for each language. @typedef {string | Record<string, string>} Text */
/** A value as the data hold it. @typedef {number | string} Code */

/**
 * One thing that is wrong or worth knowing. `explain` of the module that raised it makes its sentence; the viewer has words also
 * for what a publication may carry.
 * @typedef {object} Trouble
 * @property {string} code
 * @property {{document?: string, file?: string, row?: number, column?: string}} [place]
 * @property {Record<string, number | string | string[]>} [params]
 * @property {string[]} [hint]
 */

/**
 * @typedef {object} Row
 * @property {Record<string, Code>} by
 * @property {string} [item]
 * @property {Code | null} category
 * @property {number | null} estimate
 * @property {[number, number] | null} ci
 * @property {number | null} n
 * @property {string[]} flags
 */

/**
 * @typedef {object} QueryResult
 * @property {string} id
 * @property {Query} query
 * @property {{estimate: string, basis: string | null, unit: string}} method
 * @property {{name: string, label?: Text, values?: {code: Code, label?: Text}[]}[]} columns
 * @property {Row[]} rows
 * @property {Trouble[]} notes
 */

/**
 * @typedef {object} Results
 * @property {number} pulso
 * @property {QueryResult[]} results
 * @property {Trouble[]} [errors]
 * @property {Trouble[]} [warnings]
 */

/** All that drawing needs. @typedef {{document: Document, results: Results}} Publication */

// ── the engine, in the worker ────────────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {object} ColumnDescription
 * @property {string} name
 * @property {Text} [label]
 * @property {string} type
 * @property {{code: Code, label?: Text, n?: number}[]} [values]
 * @property {number} [missing]
 */

/**
 * What a file holds.
 * @typedef {object} Description
 * @property {string} file
 * @property {number} bytes
 * @property {number} rows
 * @property {ColumnDescription[]} columns
 * @property {string} encoding
 * @property {{delimiter: string, decimal: string, thousands?: string}} dialect
 * @property {string} tool
 * @property {string} [format]
 * @property {string[]} [languages]
 * @property {{name: string, hidden: boolean}[]} [tables]
 * @property {string} [table]
 * @property {string} [weight] The column that the file declares as the weight.
 * @property {Multiple[]} [multiple] Its questions of several answers.
 * @property {Parent[]} [parents] The tables that the records of a repeated group belong to, the nearest first.
 * @property {boolean} [codebook] It describes another file's columns and holds no records.
 */

/**
 * A table whose columns were joined to a repeated group's.
 * @typedef {object} Parent
 * @property {string} table
 * @property {string} key The joined column that tells its records apart.
 * @property {string[]} columns The joined columns.
 */

/**
 * A question of several answers, a column for each.
 * @typedef {object} Multiple
 * @property {string} name
 * @property {Text} [label]
 * @property {string[]} items
 * @property {Code} [selected] What stands where an answer was chosen, where it is not 1.
 * @property {Code[]} [not_shown]
 */

/**
 * What a person says of a file instead of what was recognised.
 * @typedef {object} Choice
 * @property {string} [table]
 * @property {string} [tool]
 * @property {string} [encoding]
 * @property {string} [delimiter]
 * @property {string} [decimal]
 * @property {{name: string, options: string[]}[]} [several] Questions whose own column lists the answers that were chosen, as a codebook says.
 */

/**
 * What was recognised in a file that is no plain CSV.
 * @typedef {object} About
 * @property {string} format
 * @property {string} tool
 * @property {string} [encoding]
 * @property {string} [delimiter]
 * @property {string} [decimal]
 * @property {string[]} [languages]
 * @property {{name: string, hidden: boolean}[]} [tables]
 * @property {string} [table]
 * @property {number} skipped
 * @property {number} header_rows
 * @property {string} [weight]
 * @property {Multiple[]} [multiple]
 * @property {Parent[]} [parents]
 */

/** @typedef {{about: About, codebook: object, records: boolean, warnings: Trouble[]}} Recognised */

/**
 * A file on its way to the engine, piece by piece as CSV.
 * @typedef {object} Intake
 * @property {() => Recognised} recognised
 * @property {() => Uint8Array | undefined} handedOn The bytes of a file that came in an archive and that another module reads.
 * @property {() => Uint8Array | undefined} next
 * @property {() => Trouble[]} warnings
 * @property {() => void} free
 */

/**
 * A module that takes files in.
 * @typedef {object} IntakeModule
 * @property {() => Promise<unknown>} default
 * @property {(head: Uint8Array, complete: boolean) => string | undefined} look
 * @property {new (name: string, bytes: Uint8Array, choice?: Choice, beside?: string) => Intake} Intake
 * @property {Explain} explain
 */

/** A first document for a file just read. It declares no basis and asks nothing yet. @typedef {{document: Document, found: Trouble[]}} Proposal */

/**
 * @typedef {object} Engine
 * @property {(name: string, options?: object, bytes?: number) => void} begin
 * @property {(chunk: Uint8Array) => number} push
 * @property {() => Description} finish
 * @property {(name: string, warnings: Trouble[]) => void} warn
 * @property {() => void} cancel
 * @property {(name: string, text: string) => void} attach
 * @property {(name: string, codebook?: string) => Description} describe
 * @property {(document: Document) => Results} run
 * @property {(name: string) => Proposal} propose
 * @property {(name: string) => void} forget
 * @property {() => void} free
 */

/**
 * A module with an engine.
 * @typedef {object} EngineModule
 * @property {() => Promise<unknown>} default
 * @property {new () => Engine} Engine
 * @property {Explain} explain
 */

// ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where a data file comes from: a file of the reader, or an address beside the document. @typedef {Blob | string} Source */

/** How far a file has been read. @typedef {{bytes: number, total: number, records: number}} Progress */

/**
 * What the worker can be asked, by name: arguments in, answer out.
 * @typedef {object} Calls
 * @property {{args: [], answer: void}} prepare
 * @property {{args: [name: string, source: Source, choice?: Choice, beside?: string], answer: Description}} read
 * @property {{args: [name: string, text: string], answer: void}} attach
 * @property {{args: [name: string, codebook?: string], answer: Description}} describe
 * @property {{args: [names: string[], language: string], answer: void}} label
 * @property {{args: [document: Document], answer: Results}} run
 * @property {{args: [name: string], answer: Proposal}} propose
 * @property {{args: [name: string], answer: void}} forget
 * @property {{args: [troubles: Trouble[], locale: string], answer: string[]}} explain
 */

/** @typedef {{[K in keyof Calls]: {id: number, call: K, args: Calls[K]['args']}}[keyof Calls]} Request */
/** Stops the request of this id. @typedef {{cancel: number}} Cancel */

/**
 * @typedef {{id: number, answer: unknown} | {id: number, troubles: Trouble[]} | {id: number, progress: Progress}} Response
 */

// ── the viewer, on the page ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * @typedef {object} PictureRequest
 * @property {string} chart
 * @property {string} locale
 * @property {number} width
 * @property {number} [height]
 * @property {string} [preset]
 * @property {string} [theme]
 * @property {string[]} [highlight]
 * @property {string[]} [countries]
 * @property {number} [text_scale]
 * @property {string} [order]
 */

/**
 * @typedef {object} Picture
 * @property {string} svg
 * @property {number} width
 * @property {number} height
 * @property {string} title
 * @property {string} description
 * @property {number} density
 */

/** The numbers behind a picture, in words. @typedef {{head: string[], rows: string[][]}} Table */

/**
 * @typedef {object} IndicatorStatus
 * @property {string} id
 * @property {string} node
 * @property {number | null} value
 * @property {[number, number] | null} ci
 * @property {number | null} n
 * @property {string | null} date
 * @property {number | null} progress
 * @property {string} status
 * @property {boolean | null} firm
 * @property {boolean} illustrative
 * @property {string[]} flags
 */

/** @typedef {{indicators: IndicatorStatus[], nodes: object[], links: object[]}} Assessment */

/**
 * @typedef {object} Viewer
 * @property {(request: PictureRequest) => Picture} render
 * @property {(request: PictureRequest) => Table} table
 * @property {(request: PictureRequest, format: 'csv' | 'json') => string} data
 * @property {() => Assessment} assess
 * @property {(options: {locale: string, script?: string}) => string} report
 * @property {(chart: string) => Publication} prune
 * @property {(chart: string, locale: string, base: string) => string} embedElement
 * @property {(chart: string, locale: string, base: string) => string} embedFrame
 * @property {() => void} free
 */

/** The sentence for a trouble. @typedef {(trouble: Trouble, locale: string) => string} Explain */

/**
 * @typedef {object} ViewerModule
 * @property {new (publication: Publication) => Viewer} Viewer
 * @property {Explain} explain
 * @property {(locale: string) => {iso3: string, name: string}[]} countries
 */

export {};
