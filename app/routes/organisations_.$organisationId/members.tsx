import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import type { OrganisationShown } from '#server/organisations/contract.ts'

/** Who belongs to it, seen by its own people only, and what a representative does about it. */
export function Members({
  organisation: { id, members, may },
}: {
  organisation: Pick<OrganisationShown, 'id' | 'may'> & { members: NonNullable<OrganisationShown['members']> }
}) {
  const { _ } = useLingui()
  return (
    <section className="band stack">
      <h2>{_('organisations.members')}</h2>
      <p className="small muted">{_('organisations.members.hint')}</p>
      <ul className="plain-list stack">
        {members.map((member) => (
          <li key={member.personId} className="cluster">
            <bdi>{member.name}</bdi>
            <Badge>{_(`organisations.role.${member.role}`)}</Badge>
            {member.isMe && <Badge tone="blue">{_('organisations.me')}</Badge>}
            {may.edit && !member.isMe && (
              <Confirm
                action={`/organisations/${id}/members/${member.personId}/departure`}
                open={_('organisations.remove')}
                question={_('organisations.remove.question', { name: member.name })}
                confirm={_('organisations.remove')}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="cluster">
        {may.invite && (
          <a className="btn btn-primary" href={`/organisations/${id}/invitations`}>
            {_('organisations.invite')}
          </a>
        )}
        {may.edit && (
          <a className="btn btn-outline-primary" href={`/organisations/${id}/edit`}>
            {_('organisations.edit')}
          </a>
        )}
      </p>
      {may.leave && (
        <Confirm
          action={`/organisations/${id}/departure`}
          open={_('organisations.leave')}
          question={_('organisations.leave.question')}
          confirm={_('organisations.leave')}
        />
      )}
    </section>
  )
}
