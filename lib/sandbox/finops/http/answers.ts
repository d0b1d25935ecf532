/** An answer that is not 2xx: whoever finds the reason throws it, the door of the host sends it. */
export class FinopsRefusal extends Error {
  override readonly name = 'FinopsRefusal'
  readonly status: number
  readonly body: object | string
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    body: object | string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`answer ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const odataException = 'Microsoft.OData.ODataException'
const writeException =
  'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException'

/** The shape of every OData error of F&O: the outer message says nothing, the inner one all. */
export function odataError(message: string, type: string): object {
  return {
    error: {
      code: '',
      message: 'An error has occurred.',
      innererror: { message, type, stacktrace: stackOf(type) },
    },
  }
}

function stackOf(type: string): string {
  const place = type.endsWith('ODataException')
    ? 'Microsoft.OData.UriParser.ODataUriParser.ParseFilter()'
    : 'Microsoft.Dynamics.Platform.Integration.Services.OData.Update.UpdateManager.SaveChanges()'
  return `   at ${place}`
}

/** A query that does not parse or bind. */
export function badRequest(message: string): FinopsRefusal {
  return new FinopsRefusal(400, odataError(message, odataException))
}

/** What X++ said when it refused to do it. */
export function infolog(message: string, type: string = writeException): FinopsRefusal {
  return new FinopsRefusal(500, odataError(message, type))
}

export function segmentNotFound(segment: string): FinopsRefusal {
  const message = `Resource not found for the segment '${segment}'.`
  return new FinopsRefusal(
    404,
    odataError(message, 'Microsoft.OData.UriParser.ODataUnrecognizedPathException'),
  )
}

/** A path that no route takes, such as one with a part of the key missing. */
export function noRoute(request: Request): FinopsRefusal {
  return new FinopsRefusal(404, {
    Message: `No HTTP resource was found that matches the request URI '${readable(request.url)}'. No route data was found for this request.`,
  })
}

function readable(url: string): string {
  try {
    return decodeURI(url).replaceAll('%27', "'")
  } catch {
    // A URL that does not decode is shown as it came.
    return url
  }
}

export function methodNotAllowed(method: string, allow: string): FinopsRefusal {
  const Message = `The requested resource does not support http method '${method}'.`
  return new FinopsRefusal(405, { Message }, { allow })
}
