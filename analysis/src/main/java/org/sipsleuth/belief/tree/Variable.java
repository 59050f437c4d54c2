package org.sipsleuth.belief.tree;

import java.util.List;

/// A leaf of the tree: something that can be observed in a period (paper 4, §4.1 and §4.2).
public enum Variable {
    REQUEST_INTENSITY(
            "request-intensity",
            "requests",
            "Requests, of which older ones count less with every second: RI = exp(k·Δt)·RI + 1"),
    ERROR_RESPONSE_INTENSITY(
            "error-response-intensity",
            "error responses",
            "Responses from 300 on, of which older ones count less with every response:"
                    + " ERI = exp(k)·ERI + (1 if the code is at least 300)"),
    PARSING_ERROR_INTENSITY(
            "parsing-error-intensity",
            "defective messages",
            "Messages that break the grammar, of which older ones count less with every message:"
                    + " PEI = exp(k)·PEI + (1 if the message is defective)"),
    DESTINATIONS("destinations", "addresses", "Different addresses that requests were sent to"),
    WAITING_DIALOGS(
            "waiting-dialogs",
            "dialogs",
            "The most dialogs at a time whose INVITE has its final response but not yet its ACK"),
    OPENED_PORTS(
            "opened-ports", "ports", "Different RTP ports that session descriptions asked for"),
    REQUEST_DISTRIBUTION(
            "request-distribution",
            "requests",
            "Requests by their method",
            "INVITE",
            "REGISTER",
            "ACK",
            "CANCEL",
            "BYE"),
    RESPONSE_DISTRIBUTION(
            "response-distribution",
            "responses",
            "Responses by the first digit of their code",
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
