import type { Option } from '#server/polls/contract.ts'

/** An option by its title; a proposal is a link to it. */
export function OptionTitle({ option: { title, proposalId } }: { option: Option }) {
  return proposalId ? (
    <a href={`/proposals/${proposalId}`}>
      <bdi>{title}</bdi>
    </a>
  ) : (
    <bdi>{title}</bdi>
  )
}
