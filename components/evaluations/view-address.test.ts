import { expect, test } from 'vitest'
import { parseAddress, printAddress } from './view-address'

test('an address says the view and how it is shown, and both come back', () => {
  const query = 'task=Edema&by=sex%2Csex%2Bview&threshold=0.2&margin=0.05&show=differences&family=sex&tables=1'
  const address = parseAddress(new URLSearchParams(query))
  expect(address).toEqual({
    view: { task: 'Edema', by: 'sex,sex+view', threshold: '0.2', margin: 0.05 },
    shown: { show: 'differences', family: 'sex', tables: '1' },
  })
  expect(printAddress({ ...address.view, ...address.shown })).toBe(query)
})

test('what cannot be read is left out, and the rest holds', () => {
  const address = parseAddress(new URLSearchParams('task=Edema&show=nonsense&unheard=1&metric='))
  expect(address).toEqual({ view: { task: 'Edema' }, shown: {} })
})
