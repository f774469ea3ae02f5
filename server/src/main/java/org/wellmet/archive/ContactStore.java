package org.wellmet.archive;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `archive` and `contact`, every statement led by the owner. Each method is one statement and runs
/// in the caller's transaction.
final class ContactStore {
    private final JdbcClient sql;

    ContactStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Deletes the archive, and with it every contact.
    boolean delete(MemberId member) {
        return sql.sql("DELETE FROM archive WHERE member_id = :member")
                        .param("member", member.value())
                        .update()
                > 0;
    }

    void begin(MemberId member, Instant at) {
        sql.sql("INSERT INTO archive (member_id, brought_at) VALUES (:member, :at)")
                .param("member", member.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Makes contacts of what waits, without carrying them through the server.
    int takeOver(MemberId member) {
        return sql.sql("""
                INSERT INTO contact
                       (member_id, number, first_name, last_name, address, email, company, position, connected_on, folded)
                SELECT upload.member_id,
                       given.number,
                       given.first_name,
                       given.last_name,
                       given.address,
                       given.email,
                       given.company,
                       given.position,
                       given.connected_on,
                       given.folded
                  FROM archive_upload AS upload,
                       jsonb_to_recordset(upload.contacts) AS given (
                           number integer, first_name text, last_name text, address text, email text, company text,
                           position text, connected_on date, folded text)
                 WHERE upload.member_id = :member
                """).param("member", member.value()).update();
    }

    Optional<Contacts.Summary> summary(MemberId member) {
        return sql.sql("""
                SELECT archive.brought_at,
                       count(contact.number) AS contact_count,
                       count(contact.number) FILTER (WHERE folded = '' AND address = '' AND email = '') AS closed_count,
                       min(contact.connected_on) AS earliest,
                       max(contact.connected_on) AS latest
                  FROM archive
                  LEFT JOIN contact USING (member_id)
                 WHERE member_id = :member
                 GROUP BY archive.brought_at
                """)
                .param("member", member.value())
                .query((row, _) -> new Contacts.Summary(
                        row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                        row.getInt("contact_count"),
                        row.getInt("closed_count"),
                        Optional.ofNullable(row.getDate("earliest")).map(Date::toLocalDate),
                        Optional.ofNullable(row.getDate("latest")).map(Date::toLocalDate)))
                .optional();
    }

    List<Contacts.Counted> byYear(MemberId member) {
        return sql.sql("""
                SELECT extract(year FROM connected_on)::text AS name, count(*) AS count
                  FROM contact
                 WHERE member_id = :member
                   AND connected_on IS NOT NULL
                 GROUP BY 1
                 ORDER BY 1
                """)
                .param("member", member.value())
                .query((row, _) -> new Contacts.Counted(row.getString("name"), row.getInt("count")))
                .list();
    }

    List<Contacts.Counted> byCompany(MemberId member, int limit) {
        return sql.sql("""
                SELECT company AS name, count(*) AS count
                  FROM contact
                 WHERE member_id = :member
                   AND company <> ''
                 GROUP BY company
                 ORDER BY count(*) DESC, company
                 LIMIT :limit
                """)
                .param("member", member.value())
                .param("limit", limit)
                .query((row, _) -> new Contacts.Counted(row.getString("name"), row.getInt("count")))
                .list();
    }

    int companyCount(MemberId member) {
        return sql.sql("SELECT count(DISTINCT company) FROM contact WHERE member_id = :member AND company <> ''")
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    /// Contacts after that number whose folded text holds the words, closed accounts left out. Reads one
    /// member's rows by the primary key; there are at most 50,000.
    List<Listed> page(MemberId member, String folded, int after, int limit) {
        return sql.sql("""
                SELECT number, first_name, last_name, address, email, company, position, connected_on
                  FROM contact
                 WHERE member_id = :member
                   AND number > :after
                   AND (folded <> '' OR address <> '' OR email <> '')
                   AND strpos(folded, :folded) > 0
                 ORDER BY number
                 LIMIT :limit
                """)
                .param("member", member.value())
                .param("after", after)
                .param("folded", folded)
                .param("limit", limit)
                .query(ContactStore::listed)
                .list();
    }

    /// Contacts by which somebody could be recognised exactly.
    List<Listed> recognisable(MemberId member) {
        return sql.sql("""
                SELECT number, first_name, last_name, address, email, company, position, connected_on
                  FROM contact
                 WHERE member_id = :member
                   AND (address <> '' OR email <> '')
                 ORDER BY number
                """)
                .param("member", member.value())
                .query(ContactStore::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int rowNumber) throws SQLException {
        return new Listed(
                row.getInt("number"),
                new Contact(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Optional.of(row.getString("address"))
                                .filter(slug -> !slug.isEmpty())
                                .map(ProfileAddress::new),
                        Optional.of(row.getString("email")).filter(email -> !email.isEmpty()),
                        row.getString("company"),
                        row.getString("position"),
                        Optional.ofNullable(row.getDate("connected_on")).map(Date::toLocalDate)));
    }

    /// A contact and its place in the list.
    record Listed(int number, Contact contact) {}
}
