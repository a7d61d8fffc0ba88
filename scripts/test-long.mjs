// What takes minutes: the whole product started and killed in every way, and 30 kills in mid-import.
process.env.EQUISCOPE_LIFE = '1'
process.env.EQUISCOPE_KILLS ??= '30'
await import('./test.mjs')
