package org.sipsleuth.belief.network;

import java.util.List;

/// A leaf of the tree: something that can be observed in a period (paper 4, §4.1 and §4.2).
public enum Variable {
    REQUEST_INTENSITY(
            "request-intensity", "requests", "Requests, decayed per second: RI = exp(k·Δt)·RI + 1"),
    ERROR_RESPONSE_INTENSITY(
            "error-response-intensity",
            "error responses",
            "Responses with status 300 or above, decayed per response: ERI = exp(k)·ERI + (1 if"
                    + " the code is at least 300)"),
    PARSING_ERROR_INTENSITY(
            "parsing-error-intensity",
            "defective messages",
            "Messages that violate the grammar, decayed per message: PEI = exp(k)·PEI + (1 if the"
                    + " message is defective)"),
    DESTINATIONS("destinations", "addresses", "Distinct destination addresses of requests"),
    WAITING_DIALOGS(
            "waiting-dialogs",
            "dialogs",
            "Maximum number of simultaneous dialogs with a final response to INVITE but no ACK"
                    + " yet"),
    OPENED_PORTS("opened-ports", "ports", "Distinct RTP ports requested in SDP"),
    REQUEST_DISTRIBUTION(
            "request-distribution",
            "requests",
            "Requests by method",
            "INVITE",
            "REGISTER",
            "ACK",
            "CANCEL",
            "BYE"),
    RESPONSE_DISTRIBUTION(
            "response-distribution",
            "responses",
            "Responses by status class",
            "1xx",
            "2xx",
            "3xx",
            "4xx",
            "5xx",
            "6xx");

    private static final List<Variable> ALL = List.of(values());

    private final String word;
    private final String unit;
    private final String definition;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody can change
    private final List<String> categories;

    Variable(String word, String unit, String definition, String... categories) {
        this.word = word;
        this.unit = unit;
        this.definition = definition;
        this.categories = List.of(categories);
    }

    /// All of them, in order.
    public static List<Variable> all() {
        return ALL;
    }

    /// The name in files.
    public String word() {
        return word;
    }

    /// What it counts.
    public String unit() {
        return unit;
    }

    /// How it comes about, in a sentence without a full stop.
    public String definition() {
        return definition;
    }

    /// Where the paper has it.
    public String section() {
        return "paper 4, §4.1";
    }

    /// What a distribution counts apart, in order; empty for a measure, which is one number.
    public List<String> categories() {
        return categories;
    }

    /// Whether it is a distribution: several counts, each of which says something.
    public boolean isDistribution() {
        return !categories.isEmpty();
    }
}
