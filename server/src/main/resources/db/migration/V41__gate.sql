-- Whose invitations a member takes; null stands for the operator's default.
ALTER TABLE connection_setting
    ADD COLUMN gate text CHECK (gate IN ('ANYONE', 'COMMON_GROUND', 'INTRODUCED', 'CLOSED'));

-- The one row of what the operator decided about invitations.
CREATE TABLE invitation_rule (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    gate    text    NOT NULL CHECK (gate IN ('ANYONE', 'COMMON_GROUND', 'INTRODUCED', 'CLOSED'))
);
INSERT INTO invitation_rule (gate) VALUES ('ANYONE');
