-- Those of one area, the latest to join first, as the suggestions ask for them: in order, without a sort. Takes the place
-- of an index on the area alone; built in seconds at a million members, while nobody writes profiles.
CREATE INDEX profile_area_member_idx ON profile (area_id, member_id DESC) WHERE area_id IS NOT NULL;
DROP INDEX profile_area_idx;
