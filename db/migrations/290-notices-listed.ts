import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // plpgsql, so that it is planned once a connection: the count of unread notices is asked for at every page.
  await sql`create function is_notice_listed(reader uuid, kind text, subject uuid) returns boolean
    stable cost 1000 language plpgsql as $$
  declare
    place uuid;
  begin
    case kind
      when 'need' then
        select consultation_id into place from needs
          where id = subject and state = 'posted' and (hidden_at is null or author_id = reader);
      when 'proposal' then
        select consultation_id into place from proposals where id = subject;
      when 'ballot' then
        select p.consultation_id into place from ballots b join proposals p on p.id = b.proposal_id where b.id = subject;
      when 'brief' then
        select consultation_id into place from briefs where id = subject;
      when 'message' then
        select r.consultation_id into place from messages m join rooms r on r.id = m.room_id
          where m.id = subject and (m.author_id = reader or (m.seq is not null and m.withdrawn_at is null
            and m.hidden_at is null and m.parked_at is null));
      when 'statement' then
        select consultation_id into place from statements where id = subject and author_id = reader;
      when 'survey' then
        select consultation_id into place from surveys where id = subject and state <> 'draft';
      when 'poll' then
        select consultation_id into place from polls where id = subject;
      when 'meeting', 'minutes' then
        select consultation_id into place from meetings where id = subject;
      when 'correction' then
        select m.consultation_id into place from minutes_corrections k join meetings m on m.id = k.meeting_id
          where k.id = subject;
      else
        place := subject;
    end case;
    return exists (select 1 from consultations c
      where c.id = place and (c.visibility = 'public' or is_inside_consultation(c.id, reader)));
  end $$`.execute(db)
  await sql`comment on function is_notice_listed is 'Whether its reader may still see what a notice is about: others are neither listed, nor counted as unread, nor mailed.'`.execute(
    db,
  )
}
