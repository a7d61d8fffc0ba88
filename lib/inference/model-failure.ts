import { UnusableModel } from './unusable-model'

/** Words for what the runtime says when it refuses a file. Its own words are for programmers, and long. */
export function modelFailure(error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error)
  const operator =
    /No Op registered for (\w+)/.exec(said)?.[1] ??
    /Could not find an implementation for (\w+)/.exec(said)?.[1] ??
    /\((?:op_type:|Op:)? ?(\w+)[^)]*\).*not (?:supported|implemented)/i.exec(said)?.[1]
  if (operator) return new UnusableModel(`The model uses the operator ${operator}, which cannot run in the browser.`)
  if (
    /protobuf parsing failed|ModelProto does not have a graph|no graph was found|Failed to load model because protobuf/i.test(
      said,
    )
  )
    return new UnusableModel('This file is no ONNX model, or it is cut off.')
  if (/unsupported model IR version|opset \d+ is under development|domain .* till opset/i.test(said))
    return new UnusableModel(
      'The model was written for a newer ONNX than this browser runtime knows. Export it with an older opset.',
    )
  if (/external data|external_data/i.test(said))
    return new UnusableModel('The weights lie in a second file. Save the model as one file, with its weights inside.')
  if (/Got invalid dimensions|invalid dimension|does not match|Non-zero status|shape mismatch/i.test(said))
    return new UnusableModel(
      'The model does not accept images of this size, layout or number. Check the specification.',
    )
  return error instanceof Error ? error : new Error(said)
}
