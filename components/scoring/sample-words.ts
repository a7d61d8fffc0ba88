/** What the sample is called, and what the page says of it; a catalogue in another language has the same keys. */
export const sampleWords = {
  project: 'Sample: phantom chests',
  projectWhy:
    'Drawn pictures of nobody, and a small model with a planted weakness. Nothing here was measured in a person.',
  model: 'Opacity finder (sample, synthetic)',
  modelWhy:
    'A small network trained on drawn phantom chests, in whose labels fainter opacities of women were overlooked.',
  trainedOn: 'Phantom chests drawn by Equiscope, other ones than the sample’s.',
  dataset: 'Phantom chests (synthetic)',
  title: 'Try it in a minute',
  why: 'No model at hand? A small one comes with Equiscope, trained on drawn pictures of nobody. This browser draws the sample’s pictures, runs the model, and the audit looks for whom it works less well. It gets a project of its own, marked synthetic.',
  run: 'Run the sample',
  preparing: 'Registering the model …',
  drawing: (drawn: number, all: number) => `Drew ${drawn} of ${all} pictures`,
}
