/** A level as the dataset has it, with an en dash between two numbers: `60–79`. */
export function levelText(level: string): string {
  return level.replace(/(\d)-(<?\d)/g, '$1–$2')
}

/** The name of an attribute as a heading: `age_group` becomes `Age group`. */
export function nameText(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** A task with spaces for underscores: `Pleural_Thickening` becomes `Pleural Thickening`. */
export function taskText(task: string): string {
  return task.replaceAll('_', ' ')
}

/** A task within a sentence: `pleural thickening`; a word with further capitals stays: `COPD`. */
export function taskInside(task: string): string {
  return taskText(task).replace(/\p{L}+/gu, (word) => (/.\p{Lu}/u.test(word) ? word : word.toLowerCase()))
}
