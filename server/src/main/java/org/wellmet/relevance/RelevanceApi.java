package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.web.OpenTo;

/// The model as JSON.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
final class RelevanceApi {
    private final PrintedModel model;

    RelevanceApi(PrintedModel model) {
        this.model = model;
    }

    /// On the wire; the weights of each band under its name.
    record ModelWire(long version, Map<String, BandWire> bands, List<VersionWire> versions) {}

    record BandWire(int fewestConnections, double intercept, double slope, Map<String, Double> weights) {}

    record VersionWire(long number, String day, int answers) {}

    @GetMapping(path = "/api/relevance", produces = MediaType.APPLICATION_JSON_VALUE)
    ModelWire model() {
        PrintedModel.Page page = model.page();
        Map<String, BandWire> bands = new LinkedHashMap<>();
        List<Band> all = List.of(Band.values());
        for (int i = 0; i < all.size(); i++) {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (PrintedModel.Line line : page.lines()) {
                weights.put(line.name(), line.weights().get(i));
            }
            Band band = all.get(i);
            bands.put(
                    band.name(),
                    new BandWire(
                            band.fewest(),
                            page.intercepts().get(i),
                            page.slopes().get(i),
                            weights));
        }
        List<VersionWire> versions = new ArrayList<>();
        page.past().forEach(past -> versions.add(new VersionWire(past.number(), past.day(), past.answers())));
        return new ModelWire(page.version(), bands, versions);
    }
}
