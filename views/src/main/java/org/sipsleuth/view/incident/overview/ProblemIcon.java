package org.sipsleuth.view.incident.overview;

import java.util.List;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.view.ui.SeverityStyle;

/// The icon of a problem: its shape names the family of its cause, its colour the severity.
final class ProblemIcon {

    /// A family with the words of which the kinds of its causes have one.
    private record Family(String icon, List<String> words) {}

    /// In this order: `register_unanswered` is of registrations.
    private static final List<Family> FAMILIES = List.of(new Family("fth-user-x", List.of("regist")),
            new Family("fth-lock", List.of("authentication", "nonce", "forbidden", "credential")),
            new Family("fth-volume-x",
                    List.of("media", "audio", "codec", "rtp", "dtmf", "loss", "jitter", "sdp", "payload", "hold")),
            new Family("fth-phone-off", List.of("no_ack", "bye", "session_timer", "dropped", "ack_route")),
            new Family("fth-repeat", List.of("loop")), new Family("fth-share-2", List.of("transfer", "refer")),
            new Family("fth-clock", List.of("timeout", "no_answer", "no_response", "no_final", "unanswered")),
            new Family("fth-wifi-off", List.of("fragment", "icmp", "mtu", "contact", "transport", "unreachable")));

    /// Refused, or of no family.
    private static final String OTHER = "fth-x-circle";

    private ProblemIcon() {}

    static FontIcon of(Problem problem) {
        FontIcon icon = new FontIcon(FAMILIES.stream()
                .filter(family -> family.words().stream().anyMatch(problem.kind()::contains))
                .map(Family::icon)
                .findFirst()
                .orElse(OTHER));
        icon.getStyleClass().addAll("severity-icon", SeverityStyle.styleClass(problem.severity()));
        return icon;
    }
}
