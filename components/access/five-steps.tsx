import { LogoMark } from '@/components/shell/logo'

const steps = [
  ['Register', 'an app for the integration in Microsoft Entra ID'],
  ['Secret', 'made in the portal, kept here under lock'],
  ['Permissions', 'for Dynamics ERP, with an admin’s consent'],
  ['Credentials', 'put together and proven against Entra'],
  ['Trust', 'the same app, made known inside F&O'],
] as const

/** What the product does, in five lines; stands beside the forms before anyone is signed in. */
export function FiveSteps() {
  return (
    <div className="flex max-w-md flex-col gap-8">
      <LogoMark className="size-12" />
      <p className="text-2xl font-semibold tracking-[-0.015em] text-balance">
        From an integration to rows of Dynamics 365 F&amp;O, in five verified steps.
      </p>
      <ol className="flex flex-col">
        {steps.map(([name, what], index) => (
          <li key={name} className="flex gap-4 border-t border-line py-3 last:border-b">
            <span className="w-4 font-medium text-accent tabular-nums">{index + 1}</span>
            <span>
              <span className="font-medium">{name}</span> <span className="text-muted">{what}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
