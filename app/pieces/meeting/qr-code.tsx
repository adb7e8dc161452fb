import { useLingui } from '@lingui/react'

interface QrCodeProps {
  address: string
  code: { size: number; path: string }
}

/** The way to a page from paper, for a phone's camera and for who types it. */
export function QrCode({ address, code }: QrCodeProps) {
  const { _ } = useLingui()
  return (
    <figure className="qr-code">
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={_('meetings.qr')}
        shapeRendering="crispEdges"
      >
        <rect width={code.size} height={code.size} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      <figcaption>
        {_('meetings.qr.text')}{' '}
        <a href={address} dir="ltr">
          {address}
        </a>
      </figcaption>
    </figure>
  )
}
