import { expose } from 'comlink'
import * as runtime from 'onnxruntime-web/wasm'
import type { ScoringWorker } from './protocol'
import { scoringWorker } from './session'

expose(scoringWorker(runtime, 'wasm') satisfies ScoringWorker)
