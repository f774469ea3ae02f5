-- The trigger asks only where an introduction is written or changes its state: whatever else is written of it needs no
-- locks. Takes a lock on the table for the moment.
CREATE OR REPLACE TRIGGER introduction_needs_no_block BEFORE INSERT OR UPDATE OF status ON introduction
    FOR EACH ROW EXECUTE FUNCTION refuse_introduction_of_separated();
