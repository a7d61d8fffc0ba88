/** What the frame around every page says; a catalogue in another language has the same keys. */
export const words = {
  brand: 'Equiscope',
  skip: 'Skip to the content',
  navigation: 'Main',
  breadcrumb: 'Breadcrumb',
  projects: 'Projects',
  allProjects: 'All projects',
  overview: 'Overview',
  datasets: 'Datasets',
  models: 'Models',
  evaluations: 'Evaluations',
  imports: 'Imports',
  scoring: 'Run a model',
  local: 'Local, no sign-in',
  stays: 'Everything stays on this machine.',
  loading: 'Loading',
}
