import { Fragment } from 'react'
import { hostOf } from '@/components/dashboard/host-of'

/** The host of an address, which breaks after its dots where it does not fit in one line. */
export function HostName({ url }: Readonly<{ url: string }>) {
  const [first, ...rest] = hostOf(url).split('.')
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a host never change places
        <Fragment key={index}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </>
  )
}
