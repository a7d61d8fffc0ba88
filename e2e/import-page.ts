import { expect, type Page } from '@playwright/test'

/** What a person does on the import page. */
export class ImportPage {
  constructor(
    readonly page: Page,
    readonly projectUrl: string,
  ) {}

  async open() {
    await this.page.goto(`${this.projectUrl}/import`)
  }

  /** Drops a file where files are dropped, as a mouse would. */
  async drop(name: string, text: string) {
    const files = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], fileName, { type: 'text/csv' }))
        return transfer
      },
      [name, text],
    )
    await this.page.getByRole('region', { name: 'File' }).dispatchEvent('drop', { dataTransfer: files })
    await this.expectLookedAt(name)
  }

  /** Chooses a file on this machine. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }) {
    await this.page.getByLabel('choose a file').setInputFiles(file)
  }

  async expectLookedAt(name: string) {
    await expect(this.page.getByRole('region', { name: 'Columns' })).toBeVisible()
    await expect(this.page.getByText(name, { exact: true })).toBeVisible()
  }

  role(column: string) {
    return this.page.getByLabel(`Role of ${column}`, { exact: true })
  }

  async sayTraining(answer: 'Yes' | 'No' | 'Not known') {
    await this.page
      .getByRole('group', { name: 'Are these patients in the model’s training data?' })
      .getByLabel(answer, { exact: true })
      .check()
  }

  get button() {
    return this.page.getByRole('button', { name: 'Import', exact: true })
  }

  /** Imports and waits for the end of the job. */
  async start(headline: string | RegExp, timeout = 60_000) {
    await this.button.click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(headline, { timeout })
  }
}
