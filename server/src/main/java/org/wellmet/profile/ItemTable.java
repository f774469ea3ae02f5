package org.wellmet.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// The table of one kind of item: `member_id, id` and the columns named here. The six tables differ in nothing else, so
/// their statements are made of their columns. Each method is one statement and runs in the caller's transaction.
final class ItemTable<T extends Item> {
    private static final String PERIOD = ", from_year, from_month, to_year, to_month";

    static final ItemTable<Position> POSITIONS = new ItemTable<>(
            Position.class,
            Section.POSITIONS,
            "profile_position",
            "title, title_id, organisation, area, area_id, description" + PERIOD,
            item -> with(
                    item.period(),
                    item.title().text(),
                    id(item.title()),
                    item.organisation(),
                    item.area().text(),
                    id(item.area()),
                    item.description()),
            row -> new Position(
                    term(row, "title"),
                    row.getString("organisation"),
                    term(row, "area"),
                    period(row),
                    row.getString("description")));

    static final ItemTable<Education> EDUCATION = new ItemTable<>(
            Education.class,
            Section.EDUCATION,
            "profile_education",
            "school, school_id, degree, description" + PERIOD,
            item -> with(item.period(), item.school().text(), id(item.school()), item.degree(), item.description()),
            row -> new Education(
                    term(row, "school"), row.getString("degree"), period(row), row.getString("description")));

    static final ItemTable<Skill> SKILLS = new ItemTable<>(
            Skill.class,
            Section.SKILLS,
            "profile_skill",
            "kind, name, name_id",
            item -> values(item.kind().name(), item.name().text(), id(item.name())),
            row -> new Skill(Skill.Kind.valueOf(row.getString("kind")), term(row, "name")));

    static final ItemTable<SpokenLanguage> LANGUAGES = new ItemTable<>(
            SpokenLanguage.class,
            Section.LANGUAGES,
            "profile_language",
            "name, name_id, fluency",
            item -> values(item.name().text(), id(item.name()), item.fluency().name()),
            row -> new SpokenLanguage(term(row, "name"), SpokenLanguage.Fluency.valueOf(row.getString("fluency"))));

    static final ItemTable<Certificate> CERTIFICATES = new ItemTable<>(
            Certificate.class,
            Section.CERTIFICATES,
            "profile_certificate",
            "name, issuer, number, url" + PERIOD,
            item -> with(
                    item.period(),
                    item.name(),
                    item.issuer(),
                    item.number(),
                    item.url().map(WebAddress::value).orElse("")),
            row -> new Certificate(
                    row.getString("name"),
                    row.getString("issuer"),
                    row.getString("number"),
                    WebAddress.parse(row.getString("url")),
                    period(row)));

    static final ItemTable<Link> LINKS = new ItemTable<>(
            Link.class,
            Section.LINKS,
            "profile_link",
            "url, label",
            item -> values(item.url().value(), item.label()),
            row -> new Link(new WebAddress(row.getString("url")), row.getString("label")));

    static final List<ItemTable<?>> ALL = List.of(POSITIONS, EDUCATION, SKILLS, LANGUAGES, CERTIFICATES, LINKS);

    /// Reads the item of a row.
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Class<T> type;
    private final Section section;
    private final String insert;
    private final String update;
    private final String delete;
    private final String select;
    private final List<String> columns;
    private final Function<T, List<@Nullable Object>> writing;
    private final Reading<T> reading;

    private ItemTable(
            Class<T> type,
            Section section,
            String table,
            String columns,
            Function<T, List<@Nullable Object>> writing,
            Reading<T> reading) {
        this.type = type;
        this.section = section;
        this.columns = List.of(columns.split(", "));
        String named = this.columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        String where = " WHERE member_id = :member AND id = :id";
        this.insert =
                "INSERT INTO " + table + " (member_id, " + columns + ") VALUES (:member, " + named + ") RETURNING id";
        this.update = "UPDATE " + table + " SET (" + columns + ") = ROW(" + named + ")" + where;
        this.delete = "DELETE FROM " + table + where;
        this.select =
                "SELECT member_id, id, " + columns + " FROM " + table + " WHERE member_id = ANY(:members) ORDER BY id";
        this.writing = writing;
        this.reading = reading;
    }

    /// The table that holds items of this kind.
    static ItemTable<?> of(Section section) {
        return ALL.stream()
                .filter(table -> table.section == section)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("section must have items, got " + section));
    }

    /// A new row, and its id.
    long insert(JdbcClient sql, MemberId member, Item item) {
        return bound(sql.sql(insert), item)
                .param("member", member.value())
                .query(Long.class)
                .single();
    }

    /// The row as the item now is; false where there is none.
    boolean update(JdbcClient sql, MemberId member, long id, Item item) {
        return bound(sql.sql(update), item)
                        .param("member", member.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Without the row; false where there is none.
    boolean delete(JdbcClient sql, MemberId member, long id) {
        return sql.sql(delete).param("member", member.value()).param("id", id).update() == 1;
    }

    /// Adds the items of these members to what was read before.
    void read(JdbcClient sql, Collection<MemberId> members, Map<MemberId, List<Kept<?>>> items) {
        sql.sql(select)
                .param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
                .query(row -> {
                    items.computeIfAbsent(new MemberId(row.getLong("member_id")), _ -> new ArrayList<>())
                            .add(new Kept<>(row.getLong("id"), reading.read(row)));
                });
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Item item) {
        List<@Nullable Object> values = writing.apply(type.cast(item));
        JdbcClient.StatementSpec bound = statement;
        for (int index = 0; index < columns.size(); index++) {
            bound = bound.param(columns.get(index), values.get(index));
        }
        return bound;
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    private static List<@Nullable Object> with(Period period, @Nullable Object... values) {
        List<@Nullable Object> list = values(values);
        for (Optional<MonthOrYear> end : List.of(period.from(), period.to())) {
            list.add(end.map(MonthOrYear::year).orElse(0));
            list.add(end.map(MonthOrYear::month).orElse(0));
        }
        return list;
    }

    private static @Nullable String id(Term term) {
        return term.id().orElse(null);
    }

    private static Term term(ResultSet row, String column) throws SQLException {
        return new Term(row.getString(column), Optional.ofNullable(row.getString(column + "_id")));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                MonthOrYear.of(row.getInt("from_year"), row.getInt("from_month")),
                MonthOrYear.of(row.getInt("to_year"), row.getInt("to_month")));
    }
}
