/** Which text of a survey an address is of. */
export function textAsked(request: Request, params: { surveyId?: string | undefined }) {
  const search = new URL(request.url).searchParams
  return {
    surveyId: params.surveyId ?? '',
    responseId: search.get('response') ?? '',
    question: search.get('question') ?? '',
  }
}
