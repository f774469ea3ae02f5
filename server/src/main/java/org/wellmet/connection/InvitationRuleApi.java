package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// The gate of all members who made no choice, as JSON for operators.
@Controller
@OpenTo(OpenTo.Who.OPERATORS)
@RequestMapping(path = "/api/operator/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
final class InvitationRuleApi {
    private final Gates gates;
    private final Problems problems;

    InvitationRuleApi(Gates gates, Problems problems) {
        this.gates = gates;
        this.problems = problems;
    }

    /// The default.
    record RuleWire(@Nullable String gate) {}

    @GetMapping
    ResponseEntity<RuleWire> show() {
        return ResponseEntity.ok(new RuleWire(gates.byDefault().name()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object save(@RequestBody RuleWire sent, HttpServletRequest request) {
        FormReader reading = Form.empty()
                .with("gate", sent.gate() == null ? "" : sent.gate())
                .reading();
        Optional<Gate> gate = ConnectionSettingPages.gate(reading);
        if (gate.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        gates.chooseDefault(gate.get());
        return show();
    }
}
