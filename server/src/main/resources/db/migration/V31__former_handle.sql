-- Handles that members had before: they lead to the same member and to nobody else.
CREATE TABLE former_handle (
    handle    text   PRIMARY KEY CHECK (length(handle) <= 40),
    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE
);
