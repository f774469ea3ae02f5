package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The system's Chromium, and the windows that one test opens in it. Confined to the tests' thread: the browser is
/// started once and serves all tests of the run, a window and its cookies serve one.
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

    /// What only colours can offend; the rest does not change with the theme.
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /// axe-core itself, put into each page once: its own builder for Java does so for each look, and carries every
    /// element that passed back with the few that did not.
    private static final String AXE = axe();

    private static final String RUN = """
            options => axe.run(document, options).then(results => results.violations.map(rule =>
              rule.id + ': ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(', ')))""";

    /// Whether pictures are kept: `-Dpictures=true`.
    private static final boolean KEEPS_PICTURES = Boolean.getBoolean("pictures");

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /// Started with the first window; it ends with the JVM, which its driver waits for.
    private static final class Started {
        private static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(QUIETLY));
    }

    /// A window of its own, with its own cookies; `headers` go along with every request.
    public Page open(Screen screen, String address, Map<String, String> headers) {
        BrowserContext context = Started.BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setReducedMotion(ReducedMotion.REDUCE) // so that no look falls into the middle of a change of colours
                .setLocale("en-CA")
                .setExtraHTTPHeaders(headers));
        windows.add(context);
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /// Nothing that axe-core objects to in either theme, no sideways scrolling, nothing in the browser's console.
    public void assertAccessible(Page page) {
        boolean isDark = Boolean.TRUE.equals(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
        page.evaluate(AXE);
        List<String> violations = new ArrayList<>(violations(page, "tag", STANDARDS));
        wear(page, isDark ? ColorScheme.LIGHT : ColorScheme.DARK);
        violations.addAll(violations(page, "rule", COLOURS));
        wear(page, isDark ? ColorScheme.DARK : ColorScheme.LIGHT);
        assertThat(violations).as("axe-core at %s", page.url()).isEmpty();
        Object overhang = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) Objects.requireNonNull(overhang)).intValue())
                .as("pixels beyond the right edge at %s", page.url())
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("the browser's console").isEmpty();
    }

    /// Keeps a picture of the whole page under `target/screens`, to be looked at, where the run was told to.
    public static void picture(Page page, String name) {
        if (KEEPS_PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screens", name + ".png")));
        }
    }

    /// Closes the windows of this test.
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    private static void wear(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static List<String> violations(Page page, String kind, List<String> values) {
        Map<String, Object> options =
                Map.of("runOnly", Map.of("type", kind, "values", values), "resultTypes", List.of("violations"));
        return ((List<?>) page.evaluate(RUN, options))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void note(ConsoleMessage message) {
        boolean isExpected = message.text().contains("Failed to load resource"); // a page that answers 4xx on purpose
        if (message.type().equals("error") && !isExpected) {
            complaints.add(message.text());
        }
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
