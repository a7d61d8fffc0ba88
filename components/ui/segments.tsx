interface SegmentsProps<Value extends string> {
  label: string
  value: Value
  options: (readonly [Value, string])[]
  onChange: (value: Value) => void
}

/** A few ways to see the same thing, one of which holds. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="segments">
      <legend className="hidden">{label}</legend>
      <div>
        {options.map(([each, name]) => (
          <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
