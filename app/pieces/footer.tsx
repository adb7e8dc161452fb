import { useLingui } from '@lingui/react'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { Moment } from './moment.tsx'

interface FooterProps {
  path: string
  body: { name: string; href: string }
  /** The statement on form.agid.gov.it; without one the footer does not pretend to have it. */
  accessibilityStatement: string | undefined
  /** When what this page shows last changed. */
  updatedAt: Date | string | undefined
  source: string | undefined
}

export function Footer({ path, body, accessibilityStatement, updatedAt, source }: FooterProps) {
  const { _ } = useLingui()
  return (
    <footer className="it-footer">
      <div className="shell-inner it-footer-main">
        <div>
          <div className="it-brand-wrapper">
            <a href="/">
              <Mark />
              <span className="it-brand-title">{_('shell.name')}</span>
            </a>
          </div>
          <p className="small">
            {_('shell.of')} <a href={body.href}>{body.name}</a>
          </p>
        </div>
        <nav aria-label={_('shell.footer')}>
          <ul className="footer-links">
            <li>
              <a href={`/feedback?page=${encodeURIComponent(path)}`} data-element="feedback">
                {_('shell.feedback')}
              </a>
            </li>
            {accessibilityStatement && (
              <li>
                <a href={accessibilityStatement} data-element="accessibility-link">
                  {_('shell.accessibility')}
                </a>
              </li>
            )}
            <li>
              <a href="/privacy" data-element="privacy-policy-link">
                {_('shell.privacy')}
              </a>
            </li>
            <li>
              <a href="/legal" data-element="legal-notes">
                {_('shell.legal')}
              </a>
            </li>
            <li>
              <a href="/statistics" data-element="statistics">
                {_('shell.statistics')}
              </a>
            </li>
            <li>
              <a href="/audit">{_('shell.audit')}</a>
            </li>
            <li>
              <a href="/help" data-element="faq">
                {_('shell.help')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
      <div className="shell-inner it-footer-small-prints">
        <ul className="cluster">
          {updatedAt && (
            <li>
              {_('shell.updated')} <Moment at={updatedAt} />
            </li>
          )}
          <li>{_('shell.licence')}</li>
          {source && (
            <li>
              <a href={source}>
                <Icon name="external-link" small /> {_('shell.source')}
              </a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
