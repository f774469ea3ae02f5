-- What kinds there are is said in one place, the code; the table asks that it be a name. Rewrites nothing: the check
-- reads the table once, under a lock on it.
ALTER TABLE notification DROP CONSTRAINT IF EXISTS notification_kind_check;
ALTER TABLE notification ADD CONSTRAINT notification_kind_check CHECK (kind ~ '^[A-Z]+(_[A-Z]+)*$' AND length(kind) <= 40);
