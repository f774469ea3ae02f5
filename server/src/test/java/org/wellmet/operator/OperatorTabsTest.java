package org.wellmet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;

/// What an operator sets stands among the tabs of the server, wherever it is decided.
class OperatorTabsTest extends ServerTest {
    @ParameterizedTest
    @CsvSource({
        "/operator/invitations, Invitations",
        "/operator/suggestions, Suggestions",
        "/operator/relevance, Relevance"
    })
    void eachSettingIsATabAndNoEntryOfTheMenu(String address, String label) {
        Visitor operator = visitor(anOperator("Olga Operator"));

        Document overview = operator.get("/operator").page();
        assertThat(overview.select("nav.tabs a[href=" + address + "]").text()).isEqualTo(label);
        assertThat(overview.select(".menu-list a[href=" + address + "]")).isEmpty();

        Document page = operator.get(address).page();
        assertThat(page.select("h1").text()).isEqualTo("Run this server");
        assertThat(page.select("nav.tabs a[aria-current=page]").attr("href")).isEqualTo(address);
        assertThat(visitor(aMember("Not Operator")).get(address).status()).isEqualTo(404);
    }
}
