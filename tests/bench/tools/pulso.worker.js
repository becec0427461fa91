// The engine's worker as it ships, watched.

import './pulso.watch.js';
import '/engine/worker.js';
