import { useLingui } from '@lingui/react'
import type { Language } from '#server/ground.ts'
import { languageNames } from '#server/people/words.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'

const places = [
  { href: '/consultations', label: 'shell.nav.consultations' },
  { href: '/tables', label: 'shell.nav.tables' },
  { href: '/needs', label: 'shell.nav.needs' },
  { href: '/briefs', label: 'shell.nav.briefs' },
  { href: '/organisations', label: 'shell.nav.organisations' },
]

const personalPlaces = [
  { href: '/me', label: 'shell.me.page' },
  { href: '/meetings?mine=yes', label: 'shell.me.meetings' },
  { href: '/me/notifications', label: 'shell.me.notifications' },
  { href: '/me/organisations', label: 'shell.me.organisations' },
  { href: '/me/devices', label: 'shell.me.devices' },
]

/** For who looks after the platform. */
const overseen = [
  { href: '/admin/officials', label: 'shell.me.officials' },
  { href: '/admin/feedback', label: 'shell.me.feedback' },
  { href: '/admin/jobs', label: 'shell.me.jobs' },
]

interface HeaderProps {
  /** Where the person is: it marks the current place, and is where they return to after signing in or changing language. */
  path: string
  /** The body this platform belongs to. */
  body: { name: string; href: string }
  languages: readonly Language[]
  person: { name: string; unread: number; oversees?: boolean } | null
}

export function Header({ path, body, languages, person }: HeaderProps) {
  const { _ } = useLingui()
  return (
    <header className="it-header-wrapper">
      <div className="it-header-slim-wrapper">
        <div className="shell-inner">
          <a className="belongs-to" href={body.href}>
            {body.name}
          </a>
          <div className="it-header-slim-right-zone">
            <LanguageChoice path={path} languages={languages} />
            {person ? (
              <PersonMenu path={path} person={person} />
            ) : (
              <a className="enter" href={`/sign-in?back=${encodeURIComponent(path)}`}>
                <Icon name="user" small /> {_('shell.sign-in')}
              </a>
            )}
          </div>
        </div>
      </div>
      <div className="it-header-center-wrapper">
        <div className="shell-inner">
          <div className="it-brand-wrapper">
            <a href="/">
              <Mark />
              <span>
                <span className="it-brand-title">{_('shell.name')}</span>
                <span className="it-brand-tagline">{_('shell.tagline')}</span>
              </span>
            </a>
          </div>
          <details className="drop nav-folded" name="header">
            <summary>
              <Icon name="burger" /> {_('shell.menu')}
            </summary>
            <nav className="drop-panel" aria-label={_('shell.nav')}>
              <Places path={path} />
            </nav>
          </details>
        </div>
      </div>
      <div className="it-header-navbar-wrapper">
        <nav className="shell-inner" aria-label={_('shell.nav')}>
          <Places path={path} className="nav-row" />
        </nav>
      </div>
    </header>
  )
}

function Places({ path, className = 'plain-list' }: { path: string; className?: string }) {
  const { _ } = useLingui()
  return (
    <ul className={className}>
      {places.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={whereabouts(path, href)}>
            {_(label)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function LanguageChoice({ path, languages }: Pick<HeaderProps, 'path' | 'languages'>) {
  const { _, i18n } = useLingui()
  return (
    <details className="drop" name="header">
      <summary>
        <span className="visually-hidden">{_('shell.language')}</span>
        <span aria-hidden="true">{i18n.locale.slice(0, 2).toUpperCase()}</span>
        <span className="visually-hidden">{languageNames[i18n.locale as Language]}</span>
        <Icon name="expand" small />
      </summary>
      <form className="drop-panel" method="post" action="/language">
        <input type="hidden" name="back" value={path} />
        {languages.map((language) => (
          <button
            key={language}
            className="link-button"
            name="language"
            value={language}
            lang={language}
            aria-current={language === i18n.locale ? 'true' : undefined}
          >
            <bdi>{languageNames[language]}</bdi>
          </button>
        ))}
      </form>
    </details>
  )
}

function PersonMenu({ path, person }: { path: string; person: NonNullable<HeaderProps['person']> }) {
  const { _ } = useLingui()
  return (
    <details className="drop" name="header">
      <summary>
        <Icon name="user" small />
        <bdi className="drop-name">{person.name}</bdi>
        {person.unread > 0 && (
          <span className="told">
            {person.unread}
            <span className="visually-hidden"> {_('shell.unread')}</span>
          </span>
        )}
        <Icon name="expand" small />
      </summary>
      <div className="drop-panel">
        <ul className="plain-list">
          {[...personalPlaces, ...(person.oversees ? overseen : [])].map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={whereabouts(path, href) === 'page' ? 'page' : undefined}>
                {_(label)}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action="/sign-out">
          <button className="link-button">{_('shell.sign-out')}</button>
        </form>
      </div>
    </details>
  )
}

function whereabouts(path: string, href: string) {
  const place = path.split('?')[0]!
  if (place === href) return 'page'
  return place.startsWith(`${href}/`) ? 'true' : undefined
}
