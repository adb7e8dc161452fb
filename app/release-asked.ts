/** Which release an address asks for; what cannot be a number asks for the newest. */
export function releaseAsked(request: Request, params: { surveyId?: string | undefined }) {
  const number = new URL(request.url).searchParams.get('number') ?? ''
  return { surveyId: params.surveyId ?? '', number: /^[1-9]\d{0,2}$/.test(number) ? number : '' }
}
