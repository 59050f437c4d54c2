package org.sipsleuth.belief.network;

import java.util.List;

/// A leaf of the tree: something that can be observed in a period. The first eight are the paper's
/// (§4.1 and §4.2); the further ones are ours, and only tables that have them use them.
public enum Variable {
    REQUEST_INTENSITY("request-intensity", "requests", "Requests, decayed per second: RI = exp(k·Δt)·RI + 1"),
    ERROR_RESPONSE_INTENSITY("error-response-intensity", "error responses",
            "Responses with status 300 or above, decayed per response: ERI = exp(k)·ERI + (1 if"
                    + " the code is at least 300)"),
    PARSING_ERROR_INTENSITY("parsing-error-intensity", "defective messages",
            "Messages that violate the grammar, decayed per message: PEI = exp(k)·PEI + (1 if the"
                    + " message is defective)"),
    DESTINATIONS("destinations", "addresses", "Distinct destination addresses of requests"),
    WAITING_DIALOGS("waiting-dialogs", "dialogs",
            "Maximum number of simultaneous dialogs with a final response to INVITE but no ACK yet"),
    OPENED_PORTS("opened-ports", "ports", "Distinct RTP ports requested in SDP"),
    REQUEST_DISTRIBUTION("request-distribution", "requests", "Requests by method", "INVITE", "REGISTER", "ACK",
            "CANCEL", "BYE"),
    RESPONSE_DISTRIBUTION("response-distribution", "responses", "Responses by status class", "1xx", "2xx", "3xx", "4xx",
            "5xx", "6xx"),
    REQUEST_PEAK("request-peak", "requests", "Highest request intensity within the period"),
    ERROR_PEAK("error-peak", "error responses",
            "Highest error response intensity within the period, decayed per response and per second"),
    SOURCE_ROLE("source-role", "source", "Role of the source, as registrations, forwarded requests and calls show it",
            "phone", "server", "trunk", "unknown"),
    FAN_IN("fan-in", "sources",
            "Sources whose requests to a target of this one came to nothing in the same half minute"),
    USERS_TRIED("users-tried", "users",
            "Different users of requests that were not accepted: To of REGISTER, Request-URI of others"),
    FAILED_LOGINS("failed-logins", "requests", "Requests with credentials that were rejected (401, 403, 407)"),
    UNACKNOWLEDGED("unacknowledged", "share",
            "Share of INVITEs that were neither acknowledged, cancelled nor repeated with credentials"),
    CREDENTIALS("credentials", "share", "Share of INVITEs and REGISTERs with credentials"),
    SUCCESS("success", "share", "Share of requests that begin something and are accepted (2xx)"),
    REPEATED_USERS("repeated-users", "share", "Share of requests for a user that the period has asked for before"),
    REPEATED_CALLERS("repeated-callers", "share", "Share of calls in the name of a caller who called before");

    private static final List<Variable> ALL = List.of(values());
    private static final int OF_PAPER = 8;
    private static final List<Variable> PAPER = ALL.subList(0, OF_PAPER);

    /// Those that learned tables have: ours in place of two of the paper's, which hold the value at
    /// the last message, and the further ones that help (docs/METHOD-BELIEF.md has the trial).
    private static final List<Variable> LEARNED = List.of(PARSING_ERROR_INTENSITY, DESTINATIONS, WAITING_DIALOGS,
            OPENED_PORTS, REQUEST_DISTRIBUTION, RESPONSE_DISTRIBUTION, REQUEST_PEAK, ERROR_PEAK, SOURCE_ROLE,
            FAILED_LOGINS, CREDENTIALS, REPEATED_USERS, REPEATED_CALLERS);

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

    /// The eight of the paper, in order.
    public static List<Variable> ofPaper() {
        return PAPER;
    }

    /// Those of tables that are learned, in order.
    public static List<Variable> learned() {
        return LEARNED;
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

    /// Whether it is one of the paper's.
    public boolean isOfPaper() {
        return PAPER.contains(this);
    }

    /// Where it is defined.
    public String section() {
        return isOfPaper() ? "paper 4, §4.1" : "docs/BELIEF.md";
    }

    /// What a distribution counts apart, in order; empty for a measure, which is one number.
    public List<String> categories() {
        return categories;
    }

    /// Whether it is a share of requests, in [0, 1], of which there may be none.
    public boolean isShare() {
        return unit.equals("share");
    }

    /// Whether a period can have nothing to count of it, which tables can have a probability of.
    public boolean canBeAbsent() {
        return isDistribution() || isShare();
    }

    /// Whether it is a distribution: several counts, each of which says something.
    public boolean isDistribution() {
        return !categories.isEmpty();
    }
}
