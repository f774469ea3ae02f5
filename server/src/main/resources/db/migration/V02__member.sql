CREATE TABLE member (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    handle      text        NOT NULL UNIQUE CHECK (handle ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(handle) BETWEEN 3 AND 40),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    headline    text        NOT NULL DEFAULT '' CHECK (length(headline) <= 120),
    picture_id  bigint,
    status      text        NOT NULL CHECK (status IN ('WAITING', 'ACTIVE', 'SUSPENDED')),
    is_operator boolean     NOT NULL DEFAULT false,
    is_public   boolean     NOT NULL DEFAULT false,
    joined_at   timestamptz NOT NULL
);
