package org.wellmet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.settings.Settings;

@SpringBootTest(classes = WebTest.FrameAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebTest {
    @LocalServerPort
    private int port;

    private Surfer visitor;

    @BeforeEach
    void aVisitorArrives() {
        visitor = new Surfer(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /privacy, 200",
        "GET, /settings, 200",
        "GET, /nowhere, 404",
        "POST, /privacy, 403",
        "GET, /language, 405",
        "GET, /privacy?a=1&a=2, 400",
        "HEAD, /privacy, 200",
        "GET, /static/000000000000/wellmet.css, 404",
        "GET, /a;b=c, 400",
        "GET, /a//b, 400",
        "GET, /%2e%2e/etc, 400",
        "TRACE, /privacy, 405",
        "DELETE, /privacy, 403",
        "GET, /test/fault, 500",
        "GET, /test/database-gone, 503",
        "GET, /test/not-yours, 404",
        "GET, /test/too-many, 429"
    })
    void everyKindOfAnswerCarriesTheHeaders(String method, String path, int status) {
        HttpResponse<byte[]> answer = visitor.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly(HeadersFilter.POLICY);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(Surfer.text(answer)).doesNotContain("Exception", "Apache Tomcat", "Whitelabel", "org.wellmet");
    }

    @Test
    void forbiddenAndAbsentAreTheSameBytes() { // T3
        for (String method : List.of("GET", "HEAD")) {
            for (String language : List.of("en", "fr", "de")) {
                for (String accept : List.of("text/html", "application/json", "image/png")) {
                    HttpResponse<byte[]> absent =
                            visitor.send(method, "/test/absent", "", "Accept", accept, "Accept-Language", language);
                    HttpResponse<byte[]> hidden =
                            visitor.send(method, "/test/not-yours", "", "Accept", accept, "Accept-Language", language);
                    assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
                    assertThat(Surfer.text(hidden)).isEqualTo(Surfer.text(absent));
                    assertThat(withoutDate(hidden)).isEqualTo(withoutDate(absent));
                }
            }
        }
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void whoAskedTooMuchIsToldWhenToComeBackOnThePageToo() {
        assertThat(visitor.get("/test/too-many", "Accept", "text/html")
                        .headers()
                        .firstValue("Retry-After"))
                .hasValue("90");
        assertThat(Problem.retryAfterSeconds(Duration.ofMillis(1_001))).isEqualTo("2");
        assertThat(Problem.retryAfterSeconds(Duration.ZERO)).isEqualTo("1");
    }

    @Test
    void aProblemForAProgramHasAStableTypeAndAllThatIsWrong() {
        HttpResponse<byte[]> many = visitor.get("/test/too-many", "Accept", "application/json");
        assertThat(many.headers().firstValue("Retry-After")).hasValue("90");
        assertThat(Surfer.text(many)).contains("\"type\":\"urn:wellmet:problem:too-many\"", "\"status\":429");

        HttpResponse<byte[]> refused = visitor.get("/test/refused", "Accept", "application/problem+json");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Surfer.text(refused))
                .contains("\"type\":\"urn:wellmet:problem:invalid\"", "\"field\":\"name\"", "Please fill this in.");
    }

    @Test
    void aFaultTellsNothingOfItself() {
        HttpResponse<byte[]> answer = visitor.get("/test/fault", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Surfer.text(answer)).doesNotContain("secret of the fault", "Exception");
    }

    @Test
    void aDoubledPartOfAnUploadIsRefused() { // T18
        String token = visitor.token("/settings");
        String part = "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nada\r\n";
        String one = part + "--b--\r\n";
        String two = part + part + "--b--\r\n";

        assertThat(upload(one, token)).isEqualTo(200);
        assertThat(upload(two, token)).isEqualTo(400);
    }

    private int upload(String body, String token) {
        return visitor.send(
                        "POST",
                        "/test/upload?_csrf=" + Surfer.encoded(token),
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=b")
                .statusCode();
    }

    @Test
    void whatIsTypedArrivesTidy() {
        HttpResponse<byte[]> answer = visitor.get("/test/echo?text=" + Surfer.encoded("e\u0301\u0000\u202Ex\r\ny"));

        assertThat(Surfer.text(answer)).isEqualTo("\u00e9x\ny");
    }

    @Test
    void aStaticFileIsKeptForEverAndItsOldAddressIsGone() {
        Document page = Surfer.page(visitor.get("/privacy"));
        for (Element link : page.select("link[href], script[src]")) {
            String address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
            HttpResponse<byte[]> file = visitor.get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(file.headers().firstValue("Content-Security-Policy")).isPresent();
            HttpResponse<byte[]> packed = visitor.get(address, "Accept-Encoding", "gzip");
            assertThat(Surfer.unpacked(packed.body())).isEqualTo(file.body());
        }
        assertThat(visitor.get("/wellmet.css").statusCode()).isEqualTo(404);
    }

    @Test
    void theFirstViewWeighsLessThan40KilobytesAndALaterOneLessThan12() {
        HttpResponse<byte[]> page = visitor.get("/settings", "Accept-Encoding", "gzip");
        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        int later = page.body().length;
        int first = later;
        for (Element link : Surfer.page(visitor.get("/settings")).select("link[href], script[src]")) {
            String address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
            first += visitor.get(address, "Accept-Encoding", "gzip").body().length;
        }
        System.out.println("first view " + first + " bytes, later " + later);
        assertThat(first).isLessThan(40 * 1024);
        assertThat(later).isLessThan(12 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, fr",
        "'fr-CA,fr;q=0.9,en;q=0.8', fr",
        "de, en",
        "'de;q=0.9,fr;q=0.5', fr",
        "'en-US,en', en",
        "'*;;', en",
        "fr;q=0, en"
    })
    void theBrowserSaysTheLanguage(String accepted, String language) {
        Document page = Surfer.page(visitor.get("/house-rules", "Accept-Language", accepted));

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1").text()).isEqualTo(language.equals("fr") ? "Règles de la maison" : "House rules");
    }

    @Test
    void theFormAtTheFootChangesTheLanguageAndComesBack() {
        HttpResponse<byte[]> answer = visitor.send(
                "POST", "/language", "language=fr&back=%2Fprivacy&_csrf=" + Surfer.encoded(visitor.token("/privacy")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/privacy");
        assertThat(Surfer.page(visitor.get("/privacy")).select("html").attr("lang"))
                .isEqualTo("fr");
    }

    @Test
    void theWayBackKeepsTheQueryOfThePage() {
        Document page = Surfer.page(visitor.get("/privacy?q=data%20%26%22&kind=%C3%A9"));
        String back = page.select("form[action=/language] input[name=back]").val();

        HttpResponse<byte[]> answer = visitor.send(
                "POST",
                "/language",
                "language=fr&back=" + Surfer.encoded(back) + "&_csrf=" + Surfer.encoded(visitor.token("/privacy")));

        assertThat(answer.headers().firstValue("Location")).hasValue("/privacy?q=data%20%26%22&kind=%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a\tb", ""})
    void theWayBackNeverLeavesTheServer(String back) {
        HttpResponse<byte[]> answer = visitor.send(
                "POST",
                "/language",
                "language=fr&back=" + Surfer.encoded(back) + "&_csrf=" + Surfer.encoded(visitor.token("/privacy")));

        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith("/")
                .doesNotContain("evil");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysAllThatIsWrongAtOnce() {
        HttpResponse<byte[]> answer =
                visitor.submit("/settings", "language=xx&theme=dark&zone=" + Surfer.encoded("Mars/<b>\"Olympus"));

        Document page = Surfer.page(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#zone").attr("value")).isEqualTo("Mars/<b>\"Olympus");
        assertThat(page.select("input[value=dark]").hasAttr("checked")).isTrue();
        List<String> wrong = page.select(".notice.late a").eachAttr("href");
        assertThat(wrong).containsExactly("#language", "#zone");
        for (String field : wrong) {
            assertThat(page.select(field)).as(field).hasSize(1);
        }
        assertThat(page.select("#zone").attr("aria-describedby")).contains("zone-error");
        assertThat(page.select("#zone").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("b b, main b:contains(Olympus)")).isEmpty();
    }

    @Test
    void aSavedFormLeadsOnAndTheNoticeIsShownOnce() {
        HttpResponse<byte[]> answer = visitor.submit("/settings", "language=en&theme=dark&zone=Europe%2FParis");
        assertThat(answer.statusCode()).isEqualTo(303);

        Document page = Surfer.page(visitor.get("/settings"));
        assertThat(page.select(".notice.good").text()).isEqualTo("Your settings are saved.");
        assertThat(page.select("html").attr("data-theme")).isEqualTo("dark");
        assertThat(page.select("#zone").attr("value")).isEqualTo("Europe/Paris");
        assertThat(Surfer.page(visitor.get("/settings")).select(".notice")).isEmpty();
    }

    @Test
    void aForgedNoticeIsNotShown() {
        String forged = "eyJlbmdsaXNoIjoiWW91ciBzZXR0aW5ncyBhcmUgc2F2ZWQuIiwiYXJndW1lbnRzIjpbXX0.AAAA";
        assertThat(Surfer.page(visitor.get("/settings", "Cookie", "said=" + forged))
                        .select(".notice"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zone=UTC&zone=UTC", "theme=dark&theme=light", "language=fr&language=en", "_csrf=a&_csrf=b"})
    void aDoubledParameterIsRefusedBeforeAnyoneReadsIt(String fields) { // T18
        HttpResponse<byte[]> answer = visitor.submit("/settings", "language=en&theme=device&zone=UTC&" + fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("look="));
    }

    @Test
    void anErrorPageRepeatsNothingOfTheAddress() { // T20
        HttpResponse<byte[]> answer = visitor.get("/%3Cscript%3Ealert(1)%3C/script%3E?q=%3Cimg+onerror=x%3E");

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(Surfer.text(answer)).doesNotContain("alert(1)", "onerror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/privacy", "/house-rules", "/settings", "/nowhere"})
    void noPageHasInlineScriptOrStyle(String path) {
        Document page = Surfer.page(visitor.get(path));

        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.select("h1")).hasSize(1);
    }

    /// Answers of every kind.
    @RestController
    static class Answers {
        private final Problems problems;

        Answers(Problems problems) {
            this.problems = problems;
        }

        @GetMapping("/test/fault")
        String fault() {
            throw new IllegalStateException("secret of the fault");
        }

        @GetMapping("/test/database-gone")
        String databaseGone() {
            throw new CannotCreateTransactionException("secret of the database");
        }

        @GetMapping("/test/not-yours")
        String notYours() {
            throw new NotHere();
        }

        @GetMapping("/test/too-many")
        ModelAndView tooMany(HttpServletRequest request) {
            return problems.answer(request, Problem.tooMany(Duration.ofSeconds(90)));
        }

        @GetMapping("/test/refused")
        ModelAndView refused(HttpServletRequest request, Form form) {
            FormReader reading = form.reading();
            reading.required("name", Text.of("Name"), 10);
            return problems.answer(request, Problem.refused(reading.refused()));
        }

        @PostMapping("/test/upload")
        String upload() {
            return "taken";
        }

        @GetMapping(value = "/test/echo", produces = "text/plain;charset=UTF-8")
        String echo(@RequestParam String text) {
            return text;
        }
    }

    /// The frame alone: a server without a database and without any feature.
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
            })
    @ComponentScan(
            basePackageClasses = {Frame.class, Settings.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class FrameAlone {
        @Bean
        Answers answers(Problems problems) {
            return new Answers(problems);
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        SecurityFilterChain everythingOpen(HttpSecurity http) {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                    .build();
        }
    }
}
