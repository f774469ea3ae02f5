-- A checked claim to have worked or studied somewhere may be true of both at different times, or without dates: then it
-- is shown as no more than that.
ALTER TABLE invitation
    ADD COLUMN is_apart boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT invitation_apart_is_checked CHECK (is_checked OR NOT is_apart);
