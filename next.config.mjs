/** @type {import('next').NextConfig} */
export default {
  // Two builds of one checkout (a test run beside a running app) must not share a folder.
  distDir: process.env.FIVESTEP_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` holds the types, tests included; whoever only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    'pg-boss',
    'pino',
    'undici',
    '@azure/msal-node',
    'proper-lockfile',
  ],
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}
