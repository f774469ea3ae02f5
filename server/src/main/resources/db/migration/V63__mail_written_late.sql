-- Mails whose words are written at the moment of sending, with the leave of their reader at that moment: neither subject
-- nor text ever lies here. Rewrites nothing; the checks read the table once, under a lock on it.
ALTER TABLE mail ADD COLUMN is_written_late boolean NOT NULL DEFAULT false;
ALTER TABLE mail ADD CHECK (NOT is_written_late OR (body IS NULL AND subject = ''));

-- The language and time zone in which the member signed in last: for mails to a member who never chose them.
ALTER TABLE account ADD COLUMN language text CHECK (length(language) <= 10);
ALTER TABLE account ADD COLUMN zone text CHECK (length(zone) <= 60);
