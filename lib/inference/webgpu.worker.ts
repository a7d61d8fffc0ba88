import { expose } from 'comlink'
import * as runtime from 'onnxruntime-web/webgpu'
import type { ScoringWorker } from './protocol'
import { scoringWorker } from './session'

expose(scoringWorker(runtime, 'webgpu') satisfies ScoringWorker)
