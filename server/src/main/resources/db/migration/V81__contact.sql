-- The archive that a member brought, and the contacts in it: private to that member. Deleting the one deletes the other.
CREATE TABLE archive (
    member_id  bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    brought_at timestamptz NOT NULL
);

-- `number` is the place in the list, the latest connection first. `address` is the last part of a LinkedIn profile's address,
-- decoded, in lower case. `folded` is what a search compares. Empty texts are what the archive does not say.
CREATE TABLE contact (
    member_id    bigint  NOT NULL REFERENCES archive ON DELETE CASCADE,
    number       integer NOT NULL CHECK (number > 0),
    first_name   text    NOT NULL CHECK (length(first_name) <= 120),
    last_name    text    NOT NULL CHECK (length(last_name) <= 120),
    address      text    NOT NULL CHECK (length(address) <= 200),
    email        text    NOT NULL CHECK (length(email) <= 254),
    company      text    NOT NULL CHECK (length(company) <= 200),
    position     text    NOT NULL CHECK (length(position) <= 200),
    connected_on date,
    folded       text    NOT NULL CHECK (length(folded) <= 2000),
    PRIMARY KEY (member_id, number)
);
