import { expect, test } from 'vitest'
import { guessRoles } from './guess-roles'

const tasksOf = (header: string) => guessRoles(header.split(',')).tasks

test.each([
  ['image_id,y_true,y_score', { label: 'y_true', score: 'y_score', task: 'y_true' }],
  ['id,label,score', { label: 'label', score: 'score' }],
  ['id,label_Edema,prob_Edema', { task: 'Edema', label: 'label_Edema', score: 'prob_Edema' }],
  ['id,label:Edema,score:Edema', { task: 'Edema', label: 'label:Edema', score: 'score:Edema' }],
  ['id,label_readmit30,LGBM_score', { task: 'readmit30', score: 'LGBM_score' }],
  ['id,y_true,pred', { label: 'y_true', score: 'pred', decision: undefined }],
  ['id,y_true,y_score,pred', { score: 'y_score', decision: 'pred' }],
  ['id,label_X,pred_X,score_X', { task: 'X', score: 'score_X', decision: 'pred_X' }],
  ['id,label_X,pred_X', { task: 'X', score: 'pred_X', decision: undefined }],
  [
    'md5hash,truth_label,target,truth_positive,pred_positive,score',
    { label: 'truth_positive', decision: 'pred_positive' },
  ],
])('%s has one task', (header, expected) => expect(tasksOf(header)).toEqual([expect.objectContaining(expected)]))

test('several labels pair with their scores by name, whatever the case', () =>
  expect(tasksOf('label_A,label_B,prob_b,prob_a,prob_C')).toMatchObject([
    { task: 'A', label: 'label_A', score: 'prob_a' },
    { task: 'B', label: 'label_B', score: 'prob_b' },
  ]))

test('two scores without names in common with the label leave the task open', () =>
  expect(tasksOf('label_A,resnet_score,vit_score')).toEqual([]))

test.each(['image_id', 'Image Index', 'md5hash', 'encounter_id', 'StudyInstanceUID', 'dicom_id', 'filename', 'id'])(
  '%s names the examples',
  (column) => expect(guessRoles([column, 'sex']).example).toBe(column),
)

test.each(['patient_id', 'patient_nbr', 'Patient ID', 'subject_id', 'PatientID', 'MRN'])(
  '%s names the subjects',
  (column) => expect(guessRoles(['image_id', column]).subject).toBe(column),
)

test('an image id is preferred to the id of an encounter', () =>
  expect(guessRoles(['encounter_id', 'image_id']).example).toBe('image_id'))

test('times are no attributes, nor is what follows from other columns', () => {
  const roles = guessRoles(['id', 'label', 'score', 'ScoringTime', 'correct', 'split', 'sex', 'View Position'])
  expect(roles).toMatchObject({
    time: ['ScoringTime'],
    other: ['correct'],
    split: 'split',
    attributes: ['sex', 'View Position'],
  })
})

test('cells show times and free text that names do not', () => {
  const seen = new Map([
    ['read_at', ['2024-04-29T22:56:28.779Z', '', '2024-05-01']],
    ['comment', Array.from({ length: 60 }, (_, at) => `text ${at}`)],
  ])
  expect(guessRoles(['read_at', 'comment', 'sex'], seen)).toMatchObject({
    time: ['read_at'],
    other: ['comment'],
    attributes: ['sex'],
  })
})

test('every column has a reason for its role', () => {
  const header = ['image_id', 'patient_id', 'label_A', 'prob_A', 'label_B', 'when', 'correct', 'sex', 'x']
  const { why } = guessRoles(header)
  expect(header.filter((column) => !why.get(column))).toEqual([])
})
