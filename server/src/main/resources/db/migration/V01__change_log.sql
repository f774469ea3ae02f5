-- The change log: one row for each thing that projections must hear of, written in the transaction that does it.
-- Read behind the snapshot horizon in the order (xid, seq); see the package doc of org.wellmet.changelog.
CREATE TABLE change (
    xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind ~ '^[a-z]+\.[a-z_]+$' AND length(kind) <= 60),
    member_id  bigint      NOT NULL,
    other_id   bigint      NOT NULL DEFAULT 0,
    subject_id bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (xid, seq)
);
CREATE INDEX change_at_idx ON change (at);

-- One lock per unordered pair of members, until the end of the transaction.
CREATE FUNCTION pair_lock(a bigint, b bigint) RETURNS void LANGUAGE sql VOLATILE AS
$$ SELECT pg_advisory_xact_lock(hashtextextended(least(a, b) || ':' || greatest(a, b), 0)) $$;
