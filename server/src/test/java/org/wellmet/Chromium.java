package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The system's Chromium, opened for one test. Confined to the test's thread.
///
/// It is looked for where `CHROMIUM` says and in the usual places; without one the test fails and says so,
/// for a test that is skipped proves nothing.
public final class Chromium implements AutoCloseable {
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    /// Starts it.
    public Chromium() {
        Path executable = executable();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIETLY));
    }

    /// A window of its own, with its own cookies; `headers` go along with every request.
    public Page open(Screen screen, String address, Map<String, String> headers) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setLocale("en-CA")
                .setExtraHTTPHeaders(headers));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /// Nothing that axe-core objects to, no sideways scrolling, nothing in the browser's console.
    public void assertAccessible(Page page) {
        List<String> violations = new AxeBuilder(page)
                .withTags(STANDARDS).analyze().getViolations().stream()
                        .map(Chromium::told)
                        .toList();
        assertThat(violations).as("axe-core at %s", page.url()).isEmpty();
        Object overhang = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) Objects.requireNonNull(overhang)).intValue())
                .as("pixels beyond the right edge at %s", page.url())
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    /// Keeps a picture of the whole page under `target/screens`, to be looked at.
    public static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private void note(ConsoleMessage message) {
        boolean isExpected = message.text().contains("Failed to load resource"); // a page that answers 4xx on purpose
        if (message.type().equals("error") && !isExpected) {
            complaints.add(message.text());
        }
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("""
                        no Chromium found: install it (Debian and Ubuntu: apt-get install chromium) \
                        or name its executable in the environment variable CHROMIUM"""));
    }
}
