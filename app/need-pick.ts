import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchFields } from './form-fields.ts'

/** What a page that picks needs asks of the list, and what is ticked so far. */
export async function pickNeeds(
  request: Request,
  platform: LoaderFunctionArgs['context']['platform'],
  consultationId: string,
) {
  const { searchParams } = new URL(request.url)
  const list = await platform.needs.listNeeds({
    ...searchFields(request, ['q', 'area', 'after']),
    consultation: consultationId,
    sort: 'most-supported',
  })
  return {
    needs: list.needs,
    next: list.next,
    consultation: list.asked.consultation,
    picked: [...new Set(searchParams.getAll('need'))],
    asked: { q: searchParams.get('q') ?? '', area: searchParams.get('area') ?? '' },
    isWriting: searchParams.get('step') === 'write',
  }
}
