type Route = (
  request: Request,
  context: Readonly<{ params: Promise<unknown> }>,
) => Promise<Response>

/** A person who opens one of these pages without a session gets the sign-in page, not JSON. */
export function toSignIn(route: Route): Route {
  return async (request, context) => {
    const response = await route(request, context)
    const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false
    if (response.status !== 401 || !wantsPage) return response
    const next = encodeURIComponent(new URL(request.url).pathname)
    return new Response(null, { status: 303, headers: { location: `/sign-in?next=${next}` } })
  }
}
