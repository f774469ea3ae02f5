package org.wellmet.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The feed's SQL as one would write it by hand, on one connection: a page of updates with their counts, then the names
/// and the standing of their authors. What else a page needs (the session, the badges of its frame) is left out: that
/// is part of what the server's page is compared for.
final class FeedByHand {
    private static final int PAGE_SIZE = 21; // one more, which tells that there is an older page

    private static final String FEED = """
            SELECT shared.id, shared.member_id, shared.body, shared.audience, shared.mentions, shared.picture_id,
                   shared.picture_width, shared.picture_height, shared.picture_text, shared.posted_at,
                   (SELECT count(*) FROM update_reaction AS reaction
                     WHERE reaction.author_id = shared.member_id AND reaction.update_id = shared.id
                       AND is_seen_by(reaction.member_id, me.id)),
                   EXISTS (SELECT 1 FROM update_reaction AS reaction
                            WHERE reaction.author_id = shared.member_id AND reaction.update_id = shared.id
                              AND reaction.member_id = me.id),
                   (SELECT count(*) FROM update_comment AS comment
                     WHERE comment.author_id = shared.member_id AND comment.update_id = shared.id
                       AND is_seen_by(comment.member_id, me.id))
              FROM (SELECT ?::bigint AS id) AS me
             CROSS JOIN LATERAL
                   (SELECT candidate.*
                      FROM (SELECT other_id AS member_id FROM connection WHERE member_id = me.id
                             UNION ALL
                            SELECT me.id) AS source
                     CROSS JOIN LATERAL
                           (SELECT * FROM member_update
                             WHERE member_update.member_id = source.member_id
                             ORDER BY posted_at DESC, id DESC
                             LIMIT ?) AS candidate
                     ORDER BY candidate.posted_at DESC, candidate.id DESC
                     LIMIT ?) AS shared
             ORDER BY shared.posted_at DESC, shared.id DESC
            """;

    private static final String AUTHORS = """
            SELECT id, handle, name, headline, picture_id, status,
                   EXISTS (SELECT 1 FROM connection WHERE member_id = ? AND other_id = member.id),
                   is_seen_by(id, ?)
              FROM member
             WHERE id = ANY(?)
            """;

    private final Connection connection;
    private final long viewer;
    private final PreparedStatement feed;
    private final PreparedStatement authors;

    FeedByHand(Connection connection, String handle) throws SQLException {
        this.connection = connection;
        this.viewer = viewer(connection, handle);
        this.feed = connection.prepareStatement(FEED);
        this.authors = connection.prepareStatement(AUTHORS);
    }

    void run() throws SQLException {
        feed.setLong(1, viewer);
        feed.setInt(2, PAGE_SIZE);
        feed.setInt(3, PAGE_SIZE);
        List<Long> named = ids(feed, 2);
        if (named.isEmpty()) {
            throw new IllegalStateException("the feed by hand is empty");
        }
        Array keys = connection.createArrayOf("bigint", named.toArray());
        authors.setLong(1, viewer);
        authors.setLong(2, viewer);
        authors.setArray(3, keys);
        ids(authors, 1);
    }

    /// The process of PostgreSQL that works for this connection.
    long backend() throws SQLException {
        return number("SELECT pg_backend_pid()");
    }

    /// How many transactions the database has committed so far; its processes tell it with up to a second's delay.
    long transactions() throws SQLException {
        return number("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    private static List<Long> ids(PreparedStatement statement, int column) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(column));
            }
        }
        return ids.stream().distinct().toList();
    }

    private static long viewer(Connection connection, String handle) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM member WHERE handle = ?")) {
            statement.setString(1, handle);
            return ids(statement, 1).getFirst();
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return ids(statement, 1).getFirst();
        }
    }
}
