package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Link;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.profile.WebAddress;
import org.wellmet.visibility.Audience;

/// The contacts of an archive through whole HTTP requests: what the page says, and what it never says.
final class ContactPagesTest extends ServerTest {
    private static final String HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    @Autowired
    private Profiles profiles;

    @Test
    void thePageSaysHowManyFromWhenByCompanyAndByYear() throws IOException {
        Visitor browser = visitor(aMember("Ilse Contacts"));
        ArchivePagesTest.takeOverAll(browser, LinkedInExportTest.OF_2026);

        Document page = browser.get("/contacts").page();

        String text = page.select("main").text();
        assertThat(page.select(".number").text()).isEqualTo("7 contacts");
        assertThat(text).contains("Connected from 31 December 2015 to 24 September 2023.");
        assertThat(text).contains("1 of them is a closed account");
        assertThat(page.select("svg[role=img]").attr("aria-label"))
                .isEqualTo("Contacts by year of connection: 2015: 1, 2016: 0, 2017: 0, 2018: 0, 2019: 1, 2020: 1,"
                        + " 2021: 2, 2022: 1, 2023: 1");
        assertThat(page.select("svg[role=img] rect")).hasSize(6);
        assertThat(page.select("table:has(caption) tbody th").eachText())
                .contains("Quayside Robotics, Inc.", "Say \"Hello\" Media");
        assertThat(page.select("#list ~ ul .who").eachText())
                .containsExactly(
                        "Joris Pellgrim",
                        "Sofía 🚀 Núñez, PMP, CSM",
                        "Mohamed Ali",
                        "Mohamed Ali",
                        "Amélie Fournier-Brûlé",
                        "Wren (Wrenna) O'Dell \"Dell\"");
    }

    @Test
    void homeAndNetworkOfferTheWayToTheContactsAndTheArchive() {
        Visitor browser = visitor(aMember("Wayfinding Contacts"));

        for (String address : new String[] {"/", "/network"}) {
            assertThat(browser.get(address).page().select("p.row a.link").eachAttr("href"))
                    .containsSubsequence("/contacts", "/archive");
        }
    }

    @Test
    void theListIsSearchedWithoutAccents() throws IOException {
        Visitor browser = visitor(aMember("Search Contacts"));
        ArchivePagesTest.takeOverAll(browser, LinkedInExportTest.OF_2026);

        assertThat(browser.get("/contacts?q=amelie").page().select(".list .who").eachText())
                .containsExactly("Amélie Fournier-Brûlé");
        assertThat(browser.get("/contacts?q=ROBOTICS")
                        .page()
                        .select(".list .who")
                        .eachText())
                .containsExactly("Joris Pellgrim");
        assertThat(browser.get("/contacts?q=%25").page().select(".list .who")).hasSize(6);
        assertThat(browser.get("/contacts?q=nobodyhere").page().select("main").text())
                .contains("Nobody in your archive has these words");
    }

    @Test
    void aLongListComesInPages() {
        Visitor browser = visitor(aMember("Many Contacts"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 120; i++) {
            rows.append(
                    "Ann,Number %d,https://www.linkedin.com/in/ann-page-%d,,Firm,Clerk,24 Sep 2023\n".formatted(i, i));
        }
        bring(browser, rows.toString());

        Document first = browser.get("/contacts").page();
        Document second = browser.get(first.select("a[rel=next]").attr("href")).page();
        Document third = browser.get(second.select("a[rel=next]").attr("href")).page();

        assertThat(first.select(".list .who")).hasSize(50);
        assertThat(second.select(".list .who")).hasSize(50);
        assertThat(third.select(".list .who")).hasSize(20);
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(second.select("svg[role=img]")).isEmpty();
    }

    @Test
    void whoShowsTheVeryAddressIsHereInEverySpelling() {
        Visitor browser = visitor(aMember("Address Owner"));
        MemberId amelie = aMember("Another Name Altogether");
        profiles.add(amelie, link("https://www.linkedin.com/in/here-am%C3%A9lie/"));
        bring(
                browser,
                HEADER + "Amélie,F,https://fr.linkedin.com/in/here-am%c3%a9lie?trk=x,,Azur,Ingénieure,03 Jan 2019\n");

        Document page = browser.get("/contacts").page();

        assertThat(page.select(".person .who a").eachText()).containsExactly("Another Name Altogether");
        assertThat(page.select(".person a.btn").attr("href")).startsWith("/invite/");
        assertThat(page.select(".person").text()).contains("In your archive: Amélie F");
    }

    @Test
    void anAddressThatTwoShowProvesNothing() {
        Visitor browser = visitor(aMember("Doubting Owner"));
        profiles.add(aMember("First Claimant"), link("https://www.linkedin.com/in/claimed-twice"));
        bring(browser, HEADER + "C,T,https://www.linkedin.com/in/claimed-twice,,A,B,03 Jan 2019\n");
        assertThat(main(browser)).contains("First Claimant");

        profiles.add(aMember("Second Claimant"), link("https://linkedin.com/in/claimed-twice/"));

        assertThat(main(browser)).doesNotContain("Claimant");
    }

    @Test
    void aNameIsNeverEnough() {
        Visitor browser = visitor(aMember("Name Comparer"));
        aMember("Unmistakable Uniquename");
        bring(browser, HEADER + "Unmistakable,Uniquename,,,Azur,Clerk,03 Jan 2019\n");

        assertThat(browser.get("/contacts").page().select("#here ~ ul")).isEmpty();
    }

    @Test // T16
    void whatTheOtherDoesNotShowIsNotToldAndTheBytesAreThoseOfAStranger() {
        MemberId owner = aMember("Curious Owner");
        Visitor browser = visitor(owner);
        MemberId hidden = aMember("Hidden Person");
        bring(
                browser,
                HEADER
                        + "Hidden,Person,https://www.linkedin.com/in/hidden-person-x,hidden@example.org,A,B,03 Jan 2019\n");
        String before = main(browser);

        profiles.show(hidden, Section.LINKS, Audience.CONNECTIONS);
        profiles.add(hidden, link("https://www.linkedin.com/in/hidden-person-x"));
        assertThat(main(browser)).isEqualTo(before);

        connected(owner, hidden);
        assertThat(main(browser)).contains("Hidden Person</a>");
        profiles.show(hidden, Section.LINKS, Audience.ME);
        assertThat(main(browser)).isEqualTo(before);
    }

    @Test // T16
    void anEMailAddressIsToldOnlyWhereItsOwnerShowsIt() {
        MemberId owner = aMember("Mail Owner");
        Visitor browser = visitor(owner);
        MemberId other = aMember("Mailbox Person");
        sql.sql("INSERT INTO account (member_id, email, password, password_at, created_at)"
                        + " VALUES (:id, 'mailbox.person@example.org', '$argon2id$x', now(), now())")
                .param("id", other.value())
                .update();
        bring(
                browser,
                HEADER + "M,P,,Mailbox.Person@Example.org,A,B,03 Jan 2019\nX,Y,,nobody@example.org,A,B,03 Jan 2019\n");
        String nobody = main(browser);
        assertThat(nobody).doesNotContain("Mailbox Person");

        profiles.show(other, Section.EMAIL, Audience.MEMBERS);
        assertThat(main(browser)).contains("Mailbox Person</a>").doesNotContain("mailbox.person@example.org");

        profiles.show(other, Section.EMAIL, Audience.CONNECTIONS);
        assertThat(main(browser)).isEqualTo(nobody);
    }

    @Test
    void aBlockActsOnTheNextLook() {
        MemberId owner = aMember("Blocked Owner");
        Visitor browser = visitor(owner);
        MemberId other = aMember("Blocking Person");
        profiles.add(other, link("https://www.linkedin.com/in/blocking-person"));
        bring(browser, HEADER + "B,P,https://www.linkedin.com/in/blocking-person,,A,B,03 Jan 2019\n");
        assertThat(main(browser)).contains("Blocking Person");

        sql.sql("INSERT INTO block (member_id, other_id, since) VALUES (:a, :b, now())")
                .param("a", other.value())
                .param("b", owner.value())
                .update();

        assertThat(main(browser)).doesNotContain("Blocking Person");
    }

    @Test
    void nobodyIsInvitedAndNoMailIsSent() throws IOException {
        int mailsBefore = count("mail");
        int invitationsBefore = count("invitation");
        Visitor browser = visitor(aMember("Quiet Bringer"));

        ArchivePagesTest.takeOverAll(browser, LinkedInExportTest.OF_2026);
        Document page = browser.get("/contacts").page();

        assertThat(count("mail")).isEqualTo(mailsBefore);
        assertThat(count("invitation")).isEqualTo(invitationsBefore);
        assertThat(page.select("main input[type=checkbox], main form[method=post]"))
                .isEmpty();
    }

    @Test // T9
    void contactsAreTheirOwnersAlone() throws IOException {
        MemberId owner = aMember("Contact Owner");
        ArchivePagesTest.takeOverAll(visitor(owner), LinkedInExportTest.OF_2026);
        Visitor other = visitor(aMember("Contact Other"));
        Visitor operator = visitor(anOperator("Contact Operator"));

        assertThat(hasContacts(other)).isFalse();
        assertThat(hasContacts(operator)).isFalse();
        assertThat(other.get("/archive").body()).doesNotContain("Pellgrim");
    }

    @Test
    void deletingTheArchiveDeletesAllOfItAndOnlyThat() throws IOException {
        MemberId owner = aMember("Archive Deleter");
        Visitor browser = visitor(owner);
        ArchivePagesTest.takeOverAll(browser, LinkedInExportTest.OF_2026);
        ArchivePagesTest.upload(browser, LinkedInExportTest.OF_2018);
        MemberId bystander = aMember("Archive Bystander");
        ArchivePagesTest.takeOverAll(visitor(bystander), LinkedInExportTest.OF_2026);

        Visitor.Answer answer = browser.post("/archive/delete");

        assertThat(browser.follow(answer).page().select(".notice").text()).contains("Your archive is deleted");
        for (String table : new String[] {"archive", "contact", "archive_upload"}) {
            assertThat(count(table, owner)).as(table).isZero();
        }
        assertThat(count("contact", bystander)).isEqualTo(7);
        assertThat(profiles.own(owner).positions()).hasSize(2);
        assertThat(hasContacts(browser)).isFalse();
        assertThat(browser.get("/contacts").page().select("main a.go").attr("href"))
                .isEqualTo("/archive");
    }

    @Test
    void everyPageIsFrenchToo() throws IOException {
        Visitor browser = visitor(aMember("Parle Français")).with("Accept-Language", "fr");
        assertThat(browser.get("/archive").page().select("h1").text()).isEqualTo("Votre archive");
        ArchivePagesTest.upload(browser, LinkedInExportTest.OF_2026);
        Document preview = browser.get("/archive/preview").page();
        assertThat(preview.select("h1").text()).isEqualTo("Ce qu’elle contient");
        assertThat(preview.select("main").text()).contains("depuis mars 2021");
        ArchivePagesTest.takeOverAllOffered(browser);

        assertThat(browser.get("/contacts").page().select("h1").text()).isEqualTo("Vos contacts");
    }

    private static Link link(String address) {
        return new Link(WebAddress.parse(address).orElseThrow(), "LinkedIn");
    }

    private static void bring(Visitor browser, String connections) {
        byte[] zip = Zips.zip(Map.of("Connections.csv", connections.getBytes(StandardCharsets.UTF_8)));
        browser.upload("/archive/linkedin", Map.of(), "archive", "x.zip", zip);
        ArchivePagesTest.takeOverAllOffered(browser);
        assertThat(browser.get("/contacts").status()).isEqualTo(200); // shows and forgets the notice
    }

    private static String main(Visitor browser) {
        return browser.get("/contacts").page().select("main").html();
    }

    private int count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    private int count(String table, MemberId member) {
        return sql.sql("SELECT count(*) FROM " + table + " WHERE member_id = :id")
                .param("id", member.value())
                .query(Integer.class)
                .single();
    }

    private static boolean hasContacts(Visitor browser) {
        return !browser.get("/contacts").page().select("#list").isEmpty();
    }
}
