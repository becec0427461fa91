// What the two built modules export. wasm-bindgen's own declarations say `any`; these say what the boundary promises.

declare module '*/pkg/engine/pulso.js' {
    export default function init(): Promise<unknown>;
    export const Engine: new () => import('./protocol.js').Engine;
    export const explain: import('./protocol.js').Explain;
}

declare module '*/pkg/complete/pulso.js' {
    export default function init(): Promise<unknown>;
    export const Engine: new () => import('./protocol.js').Engine;
    export const explain: import('./protocol.js').Explain;
}

declare module '*/pkg/viewer/pulso.js' {
    type Module = import('./protocol.js').ViewerModule;
    export default function init(): Promise<unknown>;
    export const Viewer: Module['Viewer'];
    export const explain: Module['explain'];
    export const countries: Module['countries'];
}
