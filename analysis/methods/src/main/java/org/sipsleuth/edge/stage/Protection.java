package org.sipsleuth.edge.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be switched on at a border, in the order in which messages usually pass it. The words
/// are a contract of the command line.
public enum Protection {
    /// Lets only known peers in.
    ACCESS_LIST(0.5, 3),
    /// Blocks sources for a time: layer 3/4 filter with feedback of later stages (paper 3, §3).
    FILTER(1, 1),
    /// Bans sources after failed requests, as fail2ban does.
    FAILURE_BAN(1, 1),
    /// Discards what is not SIP by its grammar (paper 3, §3: ABNF checker).
    GRAMMAR(20, 1),
    /// Discards messages with a signature (paper 3, §5).
    SIGNATURES(10, 2),
    /// Limits new sessions per called user.
    TARGET_LIMIT(1, 1),
    /// Demands credentials from all but trunks.
    DIGEST(30, 2),
    /// Supervises clients and sessions, and sets priorities (paper 3, §3).
    QUEUES(5, 3),
    /// Scores what the session queues select (paper 3, §§4, 5).
    ANOMALY(200, 3),
    /// Writes names of header fields in one way, so that stacks need less time (paper 3, §3).
    NORMALISATION(10, 1),
    /// Gives suspect messages to a hardened stack (paper 3, §5).
    SANDBOX(1, 2);

    private final double costMicros;
    private final int effort;

    Protection(double costMicros, int effort) {
        this.costMicros = costMicros;
        this.effort = effort;
    }

    /// What it takes to run it, 1 to 3: 1 a few lines of configuration; 2 accounts for all, or
    /// signatures to look after; 3 a list of all peers, or software that few proxies have.
    public int effort() {
        return effort;
    }

    /// The assumed work for a message, in µs of a processor; a hypothesis as all service times.
    public double costMicros() {
        return costMicros;
    }

    /// The word for settings and files: `access-list`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The protection with this word.
    public static Optional<Protection> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// The stages of Fig. 3: filter, grammar check and normalisation, session queues, stacks.
    public static List<Protection> basic() {
        return List.of(FILTER, GRAMMAR, NORMALISATION, QUEUES);
    }

    /// The stages of Fig. 6: grammar check and signatures in the path, anomaly detection beside it,
    /// normalisation behind both, a hardened stack.
    public static List<Protection> advanced() {
        return List.of(FILTER, GRAMMAR, SIGNATURES, QUEUES, ANOMALY, NORMALISATION, SANDBOX);
    }
}
