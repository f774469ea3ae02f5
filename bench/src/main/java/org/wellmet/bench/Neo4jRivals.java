package org.wellmet.bench;

import java.sql.SQLException;
import java.util.List;

/// As [GraphRivals], with Neo4j beside the others. Compiled with the profile `neo4j` only, since Neo4j's
/// licence (GPL) would reach whatever ships with it.
public final class Neo4jRivals {
    private Neo4jRivals() {}

    public static void main(String[] args) throws SQLException {
        GraphRivals.compare(args, List.of(WellmetRival::new, JGraphTRival::new, PostgresRival::new, Neo4jRival::new));
    }
}
