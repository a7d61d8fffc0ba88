/**
 * Whether a task's name leaves open what 1 means: it suggests health ("No Finding"), or names no finding at all
 * ("target"). Such a direction is never guessed: a wrong guess exchanges missed disease and false alarms.
 */
export function leavesDirectionOpen(task: string): boolean {
  const words = task
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return (
    words === '' ||
    /\b(no|not|non|without|absence|absent|negative|normal|normals|healthy|health|benign|clear|unremarkable|survival|survived|alive|free|control|controls|good|ok|pass)\b/.test(
      words,
    ) ||
    /^(y|y true|label|labels|target|class|outcome|truth|gt|ground truth|task|prediction|pred|score|value|result|binary)$/.test(
      words,
    )
  )
}
