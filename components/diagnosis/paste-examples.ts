/** A text to try, of the shape that people have in hand. */
export type PasteExample = Readonly<{ label: string; text: string }>

const host = 'contoso-uat.sandbox.operations.dynamics.com'
const app = '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'
const tenant = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'

const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')

/** Nobody's token: it has claims to read and a signature that is none. */
const token = [
  encode({ typ: 'JWT', alg: 'RS256' }),
  encode({
    aud: `https://${host}`,
    iss: `https://sts.windows.net/${tenant}/`,
    appid: app,
    tid: tenant,
    oid: '5d0c7c2e-91a4-4c0f-8b7e-1f6a3d2c4b59',
    iat: 1_795_167_600,
    exp: 1_795_171_500,
    ver: '1.0',
  }),
  'bm9ib2R5cy1zaWduYXR1cmU',
].join('.')

export const pasteExamples: readonly PasteExample[] = [
  {
    label: 'AADSTS line',
    text: `invalid_client: AADSTS7000215: Invalid client secret provided for app '${app}'. Trace ID: 7f0e2a4c-11bb-4ccc-8d33-eeee33330000 Correlation ID: c0ffee00-bb11-4222-93cc-444444dddddd Timestamp: 2026-11-20 10:11:12Z`,
  },
  {
    label: 'curl transcript',
    text: `* Connected to ${host} (20.50.0.10) port 443
> GET /data/CustomersV3?$top=1 HTTP/1.1
> Host: ${host}
> Authorization: Bearer ${token}
> Accept: application/json
>
< HTTP/1.1 401 Unauthorized
< Date: Fri, 20 Nov 2026 10:11:12 GMT
< Content-Length: 0
< P3P: CP="No P3P policy defined."
< ms-dyn-aid: 9c1f4a7e-2b60-4d52-8a11-6f0c3e5d7b90
<`,
  },
  {
    label: 'Power Automate run',
    text: JSON.stringify(
      {
        operationName: 'ListItems',
        statusCode: 404,
        headers: { 'x-ms-request-id': 'a3b1c2d4-0f5e-4a6b-9c7d-8e9f0a1b2c3d' },
        url: `https://${host}/data/VendVendors`,
        body: {
          error: {
            code: '',
            message: 'An error has occurred.',
            innererror: { message: "Resource not found for the segment 'VendVendors'." },
          },
        },
      },
      null,
      2,
    ),
  },
  {
    label: 'HTML sign-in page',
    text: `<!DOCTYPE html>
<html>
  <head><title>Sign in to your account</title></head>
  <body>
    <form method="post" action="https://login.microsoftonline.com/common/login"></form>
    <a href="https://${host}/">Go back</a>
  </body>
</html>`,
  },
]
