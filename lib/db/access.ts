declare const granted: unique symbol

/** The right to do one thing, as `authorise` gave it; nothing else makes one, so forgetting to ask does not compile. */
export interface Access {
  readonly [granted]: true
  readonly actor: string
  readonly action: string
  /** the project in which it holds; undefined: above projects */
  readonly projectId: number | undefined
  /** what it is about, where the action names one thing */
  readonly id: number | undefined
}
