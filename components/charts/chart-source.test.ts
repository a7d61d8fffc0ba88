import { expect, test } from 'vitest'
import { withSource } from './chart-source'
import { csvText } from './chart-table'
import { fileName } from './save-file'

const table = { columns: [{ head: 'task' }, { head: 'value' }], rows: [['Pneumonia', 0.5]] }

test('every row says where it comes from, in columns that the table lacks', () => {
  const columns = [
    ['task', 'Edema'],
    ['threshold', 0.5],
    ['filter', null],
  ] as const
  expect(csvText(withSource(table, { columns }))).toBe('task,value,threshold,filter\r\nPneumonia,0.5,0.5,\r\n')
})

test('a name keeps a point inside a number and nothing that a file system minds', () => {
  expect(fileName('Pleural effusion', 'DenseNet v1.2', 'Threshold 0.0226', 'Every number')).toBe(
    'pleural-effusion-densenet-v1.2-threshold-0.0226-every-number',
  )
  expect(fileName('a/b\\c:..', '.. "sex" = F')).toBe('a-b-c-sex-f')
})
