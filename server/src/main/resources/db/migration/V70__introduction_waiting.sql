-- The badge beside *Introductions* counts on every page what waits for its reader: only that stands in these two, and a
-- connector's past introductions are not read.
CREATE INDEX introduction_asked_idx ON introduction (connector_id, id DESC) WHERE status = 'ASKED';
CREATE INDEX introduction_forwarded_idx ON introduction (target_id, id DESC) WHERE status = 'FORWARDED';
