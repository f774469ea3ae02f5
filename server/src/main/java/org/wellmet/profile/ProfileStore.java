package org.wellmet.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// Rows of `profile`, `profile_audience` and, through [ItemTable], of the lists. Runs in the caller's transaction.
final class ProfileStore {
    private static final String ENSURE = """
            INSERT INTO profile (member_id) VALUES (:member) ON CONFLICT (member_id) DO NOTHING
            """;

    private static final String LOCK = "SELECT member_id FROM profile WHERE member_id = :member FOR UPDATE";

    private static final String WORDS = """
            SELECT member_id, pronouns, area, area_id, about, looks_for, offers, is_indexed
              FROM profile
             WHERE member_id = ANY(:members)
            """;

    private static final String SET_WORDS = """
            UPDATE profile
               SET pronouns = :pronouns, area = :area, area_id = :area_id, about = :about,
                   looks_for = :looks_for, offers = :offers
             WHERE member_id = :member
            """;

    private static final String SET_INDEXED = "UPDATE profile SET is_indexed = :indexed WHERE member_id = :member";

    private static final String AUDIENCES = """
            SELECT member_id, section, audience FROM profile_audience WHERE member_id = ANY(:members)
            """;

    private static final String SET_AUDIENCE = """
            INSERT INTO profile_audience (member_id, section, audience) VALUES (:member, :section, :audience)
            ON CONFLICT (member_id, section) DO UPDATE SET audience = excluded.audience
            """;

    // Names no member: a scatter, over profile_link_url_idx.
    private static final String LINKED = """
            SELECT url, member_id FROM profile_link WHERE url = ANY(:urls) ORDER BY member_id LIMIT :limit
            """;

    private final JdbcClient sql;

    ProfileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a member wrote beside the lists.
    record Said(Words words, boolean isIndexed) {
        static final Said NOTHING = new Said(Words.NONE, false);
    }

    /// The row is there and this transaction's until its end: limits on lists are counted under it.
    void lock(MemberId member) {
        sql.sql(ENSURE).param("member", member.value()).update();
        sql.sql(LOCK).param("member", member.value()).query(Long.class).single();
    }

    Map<MemberId, Said> said(Collection<MemberId> members) {
        Map<MemberId, Said> said = new HashMap<>();
        sql.sql(WORDS).param("members", keys(members)).query(row -> {
            Term area = new Term(row.getString("area"), Optional.ofNullable(row.getString("area_id")));
            Words words = new Words(
                    row.getString("pronouns"),
                    area,
                    row.getString("about"),
                    row.getString("looks_for"),
                    row.getString("offers"));
            said.put(new MemberId(row.getLong("member_id")), new Said(words, row.getBoolean("is_indexed")));
        });
        return said;
    }

    /// What one member wrote beside the lists.
    Words words(MemberId member) {
        return said(List.of(member)).getOrDefault(member, Said.NOTHING).words();
    }

    void setWords(MemberId member, Words words) {
        sql.sql(SET_WORDS)
                .param("member", member.value())
                .param("pronouns", words.pronouns())
                .param("area", words.area().text())
                .param("area_id", words.area().id().orElse(null))
                .param("about", words.about())
                .param("looks_for", words.looksFor())
                .param("offers", words.offers())
                .update();
    }

    void setIndexed(MemberId member, boolean isIndexed) {
        sql.sql(SET_INDEXED)
                .param("member", member.value())
                .param("indexed", isIndexed)
                .update();
    }

    Map<MemberId, Map<Section, Audience>> audiences(Collection<MemberId> members) {
        Map<MemberId, Map<Section, Audience>> audiences = new HashMap<>();
        sql.sql(AUDIENCES).param("members", keys(members)).query(row -> {
            audiences
                    .computeIfAbsent(new MemberId(row.getLong("member_id")), _ -> new EnumMap<>(Section.class))
                    .put(Section.valueOf(row.getString("section")), Audience.valueOf(row.getString("audience")));
        });
        return audiences;
    }

    void setAudience(MemberId member, Section section, Audience audience) {
        sql.sql(SET_AUDIENCE)
                .param("member", member.value())
                .param("section", section.name())
                .param("audience", audience.name())
                .update();
    }

    Map<MemberId, List<Kept<?>>> items(Collection<MemberId> members) {
        Map<MemberId, List<Kept<?>>> items = new HashMap<>();
        ItemTable.ALL.forEach(table -> table.read(sql, members, items));
        return items;
    }

    List<Kept<?>> items(MemberId member, Section section) {
        Map<MemberId, List<Kept<?>>> items = new HashMap<>();
        ItemTable.of(section).read(sql, List.of(member), items);
        return items.getOrDefault(member, List.of());
    }

    long insert(MemberId member, Item item) {
        return ItemTable.of(item.section()).insert(sql, member, item);
    }

    boolean update(MemberId member, long id, Item item) {
        return ItemTable.of(item.section()).update(sql, member, id, item);
    }

    boolean delete(MemberId member, Section section, long id) {
        return ItemTable.of(section).delete(sql, member, id);
    }

    Map<String, List<MemberId>> linked(Collection<String> urls, int limit) {
        Map<String, List<MemberId>> linked = new HashMap<>();
        sql.sql(LINKED)
                .param("urls", urls.toArray(String[]::new))
                .param("limit", limit)
                .query(row -> {
                    linked.computeIfAbsent(row.getString("url"), _ -> new ArrayList<>())
                            .add(new MemberId(row.getLong("member_id")));
                });
        return linked;
    }

    private static Long[] keys(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(Long[]::new);
    }
}
