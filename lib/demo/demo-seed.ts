/** Everything about the demo follows from it. Chosen so that one small group looks bad by chance: see docs/demo.md. */
export const demoSeed = 104
export const demoPatients = 12_000
