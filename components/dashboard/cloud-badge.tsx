import { GraduationCap } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { type Cloud, clouds } from '@/lib/steps/cloud'

/** Which cloud a connection lives in; practice stands out, since nothing in it is real. */
export function CloudBadge({ cloud }: Readonly<{ cloud: Cloud }>) {
  return (
    <Badge tone={cloud === 'practice' ? 'info' : 'neutral'}>
      {cloud === 'practice' ? <GraduationCap aria-hidden="true" /> : null}
      {clouds[cloud].name}
    </Badge>
  )
}
