import { expect, test } from 'vitest'
import { heldEqual } from './held-equal'
import { words } from './view-words'

const attribute = (name: string, kind: 'demographic' | 'acquisition', levels = ['a', 'b']) => ({
  ...{ name, kind, levels },
  concept: null,
})
const facts = {
  attributes: [attribute('sex', 'demographic'), attribute('site', 'acquisition'), attribute('view', 'acquisition')],
}

test('how images were made is held equal, unless the view says otherwise or leaves one way', () => {
  expect(heldEqual({}, facts)).toEqual(['site', 'view'])
  expect(heldEqual({ filter: 'view=a' }, facts)).toEqual(['site'])
  expect(heldEqual({ filter: 'view=a,view=b' }, facts)).toEqual(['site', 'view'])
  expect(heldEqual({ adjust: 'none' }, facts)).toEqual([])
  expect(heldEqual({ adjust: 'sex' }, facts)).toEqual(['sex'])
  const many = Array.from({ length: 21 }, (_, level) => String(level))
  expect(heldEqual({}, { attributes: [attribute('scanner', 'acquisition', many)] })).toEqual([])
})

test('the control names what is held equal', () => {
  expect(words.heldEqualNames(['site', 'image_view'])).toBe('site, image view')
  expect(words.heldEqualNames([])).toBe('nothing')
})
