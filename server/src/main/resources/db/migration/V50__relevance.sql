-- The versions of the weights of relevance that were fitted here; version 0, the fixed one, stands in the program. No
-- version is ever changed or deleted: a member may read which one judged.
CREATE TABLE relevance_version (
    id      bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    made_at timestamptz NOT NULL,
    answers integer     NOT NULL CHECK (answers >= 0)
);

-- What each signal is worth to viewers of a band. A signal without a row keeps its fixed weight.
CREATE TABLE relevance_weight (
    version_id bigint           NOT NULL REFERENCES relevance_version,
    band       text             NOT NULL CHECK (band IN ('NEWCOMER', 'FIRST_TIES', 'SOME_TIES', 'CONNECTED')),
    signal     text             NOT NULL CHECK (length(signal) BETWEEN 1 AND 80),
    weight     double precision NOT NULL CHECK (weight > '-Infinity' AND weight < 'Infinity'),
    PRIMARY KEY (version_id, band, signal)
);
