-- A target may write back before deciding (ANSWERED), and an introduction may never arrive at a target who takes none from
-- this asker (UNHEARD). Both come after it was passed on. Takes a lock on the table while its rows are checked.
ALTER TABLE introduction
    DROP CONSTRAINT introduction_status_check,
    ADD CONSTRAINT introduction_status_check
        CHECK (status IN ('ASKED', 'FORWARDED', 'ANSWERED', 'ACCEPTED', 'DECLINED_UNSEEN', 'DECLINED', 'DECLINED_BY_TARGET',
                          'UNHEARD', 'WITHDRAWN', 'LAPSED', 'VOIDED', 'OVERTAKEN')),
    ADD CONSTRAINT introduction_arrives_after_forwarding
        CHECK (forwarded_at IS NOT NULL OR status NOT IN ('ANSWERED', 'UNHEARD'));
