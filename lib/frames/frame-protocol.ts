import type { EvaluationPart } from '@/lib/db/load-evaluation'
import type { EvaluationQuestion } from './evaluation-question'
import type { AskedSource, ReadyEvaluation } from './ready-evaluation'

/** What a frame thread can be asked for, and what it answers. Evaluations travel as shared memory: nothing is copied. */
export interface FrameWork {
  /** from the database, sorted */
  load: { asks: { part: EvaluationPart }; answers: ReadyEvaluation }
  /** a MetricFrame as JSON text, its findings left open */
  measure: { asks: ViewOfEvaluation; answers: string }
  /** a MetricFrame as JSON text, with differences from the slices that the question names */
  compare: { asks: ViewOfEvaluation & { frame: string }; answers: string }
  /** EvaluationCurves as JSON text */
  curve: { asks: ViewOfEvaluation; answers: string }
  /** EvaluationCalibration as JSON text */
  calibrate: { asks: ViewOfEvaluation; answers: string }
  /** a MetricFrame with findings as JSON text */
  find: { asks: ViewOfEvaluation; answers: string }
}

export interface ViewOfEvaluation {
  evaluation: ReadyEvaluation
  question: EvaluationQuestion
  source: AskedSource
}

/** How far a thread is: what it does, and how much of it. */
export interface FrameProgress {
  phase: string
  done: number
  total: number | null
}

export type FrameRequest =
  | { [K in keyof FrameWork]: { id: number; kind: K; asks: FrameWork[K]['asks'] } }[keyof FrameWork]
  | { id: number; kind: 'abort' }

export type FrameReply =
  | { id: number; kind: 'answer'; answer: FrameWork[keyof FrameWork]['answers'] }
  | { id: number; kind: 'progress'; progress: FrameProgress }
  | { id: number; kind: 'fault'; name: string; message: string; stack: string | undefined; code: string | undefined }
