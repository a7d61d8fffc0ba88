/** Writes ONNX files of a few bytes, one for each way a model can be wrong. A node is written `Op in in -> out`. */
export function tinyOnnx({
  inputs = [['x', ['N', 3, 8, 8]]],
  nodes = ['GlobalAveragePool x -> mean', 'Flatten mean -> y'],
  outputs = [['y', ['N', 3]]],
}: {
  inputs?: [string, (number | string)[]][]
  nodes?: string[]
  outputs?: [string, (number | string)[]][]
} = {}): Buffer {
  const graph = [
    ...nodes.map((node) => message(1, nodeProto(node))),
    text(2, 'tiny'),
    ...inputs.map((input) => message(11, valueInfo(...input))),
    ...outputs.map((output) => message(12, valueInfo(...output))),
  ]
  return Buffer.concat([
    number(1, 8),
    message(7, Buffer.concat(graph)),
    message(8, Buffer.concat([text(1, ''), number(2, 13)])),
  ])
}

function nodeProto(written: string) {
  const [before, after] = written.split(' -> ').map((half) => half.split(' '))
  const [operator, ...sources] = before
  return Buffer.concat([
    ...sources.map((name) => text(1, name)),
    ...after.map((name) => text(2, name)),
    text(4, operator),
  ])
}

function valueInfo(name: string, sides: (number | string)[]) {
  const shape = sides.map((side) => message(1, typeof side === 'number' ? number(1, side) : text(2, side)))
  const tensor = Buffer.concat([number(1, 1), message(2, Buffer.concat(shape))])
  return Buffer.concat([text(1, name), message(2, message(1, tensor))])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest & 127) | 128)
  }
}

const number = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)])
const message = (field: number, body: Buffer) => Buffer.concat([varint((field << 3) | 2), varint(body.length), body])
const text = (field: number, value: string) => message(field, Buffer.from(value))
