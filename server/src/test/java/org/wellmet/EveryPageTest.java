package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wellmet.member.MemberId;

/// Every page that has a fixed address, taken from the table of routes, so that none can be forgotten.
class EveryPageTest extends BrowserTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @ParameterizedTest
    @EnumSource
    void isAccessibleToAMember(Screen screen) {
        MemberId ada = anOperator("Ada Lovelace");
        String handle = members.find(ada).orElseThrow().handle();
        Page page = as(ada, screen);
        look(page, "member", screen, handle);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "NARROW_DARK"})
    void isAccessibleToAVisitor(Screen screen) {
        Page page = asStranger(screen);
        look(page, "visitor", screen, "nobody");
    }

    private void look(Page page, String who, Screen screen, String handle) {
        SoftAssertions all = new SoftAssertions();
        int seen = 0;
        for (String address : addresses(handle)) {
            Response answer = page.navigate(address);
            if (answer != null && answer.headerValue("content-type").startsWith("text/html")) {
                seen++;
                picture(page, "%s%s-%s".formatted(who, address.replace('/', '-'), screen));
                all.assertThat(answer.status()).as(address).isLessThan(500);
                all.assertThatCode(() -> assertAccessible(page)).as(address).doesNotThrowAnyException();
                all.assertThat(page.locator("h1").count())
                        .as("main headings of " + address)
                        .isEqualTo(1);
            }
        }
        all.assertAll();
        assertThat(seen).isGreaterThan(3);
    }

    private Set<String> addresses(String handle) {
        Set<String> addresses = new TreeSet<>();
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
            if (methods.contains(RequestMethod.GET)) {
                for (String pattern : route.getPatternValues()) {
                    addresses.add(pattern.replace("{handle}", handle));
                }
            }
        }
        addresses.removeIf(
                address -> address.contains("{") || address.matches("/(api|test|error|static)(/.*)?|.*\\.\\w+"));
        return addresses;
    }
}
