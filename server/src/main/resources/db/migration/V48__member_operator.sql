-- The few who run the server, found without reading everybody.
CREATE INDEX member_operator_idx ON member (id) WHERE is_operator; -- scatter: asked over all members
