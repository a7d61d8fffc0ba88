/** What stands beside scores that a browser computed; a catalogue in another language has the same keys. */
export const provenanceWords = {
  title: 'How the scores were computed',
  synthetic:
    'These images are synthetic: they were drawn, nobody was X-rayed. Nothing here says anything about patients.',
  partial: 'Partial: some of the images that were to be scored have no score. Who is missing may change what is found.',
  partialTag: 'partial',
  backend: 'Backend',
  backends: { wasm: 'WASM, in a browser', webgpu: 'WebGPU, in a browser' },
  why: 'Why this one',
  adapter: 'GPU',
  runtime: 'Runtime',
  threads: 'Threads',
  tolerance: 'Backends compared',
  oneBackend: (tolerance: number) => `only one could run; the tolerance would have been ${tolerance}`,
  seen: (difference: number, tolerance: number) =>
    `largest difference ${difference.toPrecision(2)} on the first images, tolerance ${tolerance}`,
  model: 'Model file, SHA-256',
  browser: 'Browser',
}
