-- How much of a week's allowance a member has used, and how many strangers' invitations one has got. A row of an
-- earlier week counts for nothing. Each is the row at which parallel requests queue.
CREATE TABLE invitation_meter (
    member_id bigint  PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    week      date    NOT NULL,
    used      integer NOT NULL CHECK (used >= 0)
);

CREATE TABLE stranger_meter (
    member_id bigint  PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    week      date    NOT NULL,
    used      integer NOT NULL CHECK (used >= 0)
);

-- When an operator let the member in who had waited for it.
ALTER TABLE account ADD COLUMN let_in_at timestamptz;
