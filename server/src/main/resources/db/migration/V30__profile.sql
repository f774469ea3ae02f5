-- What a member says of themselves beside name, headline and picture (table member). Every table is led by member_id.
-- The lengths here are those of org.wellmet.profile; a text that is longer is refused before it gets here.
CREATE TABLE profile (
    member_id  bigint  PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    pronouns   text    NOT NULL DEFAULT '' CHECK (length(pronouns) <= 40),
    area       text    NOT NULL DEFAULT '' CHECK (length(area) <= 120),
    area_id    text    CHECK (length(area_id) <= 20),
    about      text    NOT NULL DEFAULT '' CHECK (length(about) <= 5000),
    looks_for  text    NOT NULL DEFAULT '' CHECK (length(looks_for) <= 500),
    offers     text    NOT NULL DEFAULT '' CHECK (length(offers) <= 500),
    is_indexed boolean NOT NULL DEFAULT false
);
CREATE INDEX profile_area_idx ON profile (area_id) WHERE area_id IS NOT NULL;

-- Who sees a section, where the member chose otherwise than the default that org.wellmet.profile.Section states.
CREATE TABLE profile_audience (
    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE,
    section   text   NOT NULL CHECK (section ~ '^[A-Z_]{1,20}$'),
    audience  text   NOT NULL CHECK (audience IN ('ME', 'CONNECTIONS', 'SECOND', 'MEMBERS', 'PUBLIC')),
    PRIMARY KEY (member_id, section)
);

-- A month of 0 stands for "some month of that year", a year of 0 for "not said".
CREATE TABLE profile_position (
    member_id       bigint   NOT NULL REFERENCES member ON DELETE CASCADE,
    id              bigint   GENERATED ALWAYS AS IDENTITY,
    title           text     NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    title_id        text     CHECK (length(title_id) <= 20),
    organisation    text     NOT NULL CHECK (length(organisation) <= 120),
    area            text     NOT NULL CHECK (length(area) <= 120),
    area_id         text     CHECK (length(area_id) <= 20),
    from_year       smallint NOT NULL CHECK (from_year = 0 OR from_year BETWEEN 1900 AND 2200),
    from_month      smallint NOT NULL CHECK (from_month BETWEEN 0 AND 12),
    to_year         smallint NOT NULL CHECK (to_year = 0 OR to_year BETWEEN 1900 AND 2200),
    to_month        smallint NOT NULL CHECK (to_month BETWEEN 0 AND 12),
    description     text     NOT NULL CHECK (length(description) <= 3000),
    PRIMARY KEY (member_id, id)
);

CREATE TABLE profile_education (
    member_id   bigint   NOT NULL REFERENCES member ON DELETE CASCADE,
    id          bigint   GENERATED ALWAYS AS IDENTITY,
    school      text     NOT NULL CHECK (length(school) BETWEEN 1 AND 150),
    school_id   text     CHECK (length(school_id) <= 100),
    degree      text     NOT NULL CHECK (length(degree) <= 150),
    from_year   smallint NOT NULL CHECK (from_year = 0 OR from_year BETWEEN 1900 AND 2200),
    from_month  smallint NOT NULL CHECK (from_month BETWEEN 0 AND 12),
    to_year     smallint NOT NULL CHECK (to_year = 0 OR to_year BETWEEN 1900 AND 2200),
    to_month    smallint NOT NULL CHECK (to_month BETWEEN 0 AND 12),
    description text     NOT NULL CHECK (length(description) <= 3000),
    PRIMARY KEY (member_id, id)
);

-- Skills (what I can do) and topics (what interests me).
CREATE TABLE profile_skill (
    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    kind      text   NOT NULL CHECK (kind IN ('SKILL', 'TOPIC')),
    name      text   NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_id   text   CHECK (length(name_id) <= 100),
    PRIMARY KEY (member_id, id)
);

CREATE TABLE profile_language (
    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    name      text   NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    name_id   text   CHECK (length(name_id) <= 20),
    fluency   text   NOT NULL CHECK (fluency IN ('NOT_SAID', 'ELEMENTARY', 'LIMITED', 'WORKING', 'FULL', 'NATIVE')),
    PRIMARY KEY (member_id, id)
);

CREATE TABLE profile_certificate (
    member_id  bigint   NOT NULL REFERENCES member ON DELETE CASCADE,
    id         bigint   GENERATED ALWAYS AS IDENTITY,
    name       text     NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
    issuer     text     NOT NULL CHECK (length(issuer) <= 120),
    url        text     NOT NULL CHECK (length(url) <= 500),
    number     text     NOT NULL CHECK (length(number) <= 100),
    from_year  smallint NOT NULL CHECK (from_year = 0 OR from_year BETWEEN 1900 AND 2200),
    from_month smallint NOT NULL CHECK (from_month BETWEEN 0 AND 12),
    to_year    smallint NOT NULL CHECK (to_year = 0 OR to_year BETWEEN 1900 AND 2200),
    to_month   smallint NOT NULL CHECK (to_month BETWEEN 0 AND 12),
    PRIMARY KEY (member_id, id)
);

CREATE TABLE profile_link (
    member_id bigint NOT NULL REFERENCES member ON DELETE CASCADE,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    url       text   NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
    label     text   NOT NULL CHECK (length(label) <= 60),
    PRIMARY KEY (member_id, id)
);
-- Asked without a member (a scatter): which member shows this very address.
CREATE INDEX profile_link_url_idx ON profile_link (url);
