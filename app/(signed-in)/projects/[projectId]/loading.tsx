import { PageFrame } from '@/components/shell/page-frame'
import { words } from '@/components/shell/words'
import { Bars } from '@/components/ui/bars'

export default function Loading() {
  return (
    <PageFrame crumbs={[{ name: words.loading }]}>
      <section className="panel">
        <Bars rows={8} />
      </section>
    </PageFrame>
  )
}
