package org.sipsleuth.flood.detection;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.flood.rule.OverdueFlood;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.InviteAttempts;

/// When a flood was known: to the rule of overdue INVITEs, which leads, and to the network that
/// decides beside it.
///
/// @param byRule what the rule states; empty if too few of the flood's INVITEs were overdue
/// @param afterSeconds how long after the flood's first INVITE the rule knew it
/// @param networkSeconds how long after it the first window ended that the network flags; empty if
///     it flags none
public record FloodKnown(Optional<OverdueFlood> byRule, OptionalDouble afterSeconds, OptionalDouble networkSeconds) {

    private static final double NANOS = 1e9;

    /// What a network adds to the verdict of the rule.
    public enum Added {
        /// The flood: the rule does not find it.
        FLOOD,
        /// Time: it flags the flood before the rule knows.
        TIME,
        /// Nothing: it flags the flood later.
        LATER,
        /// Nothing: it does not flag it.
        NOTHING
    }

    /// @param group the server, as a group of the windows
    static FloodKnown of(FloodRules rules, FloodScores scores, FloodSpan span, int group) {
        InviteWindows windows = scores.inputs().windows();
        InviteAttempts attempts = windows.attempts();
        long from = span.fromNanos(attempts);
        long to = span.toNanos(attempts);
        Optional<OverdueFlood> byRule = rules.overdue().during(group, from, to);
        OptionalDouble after = byRule.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of((byRule.get().knownNanos() - from) / NANOS);
        NetworkKind decides = scores.model().settings().decides();
        OptionalLong flagged = span.windows()
                .stream()
                .filter(window -> scores.isFlagged(decides, window))
                .mapToLong(window -> attempts
                        .atNanos(windows.attempt(windows.place(window) + windows.settings().size() - 1)))
                .min();
        return new FloodKnown(byRule, after, flagged.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of((flagged.getAsLong() - from) / NANOS));
    }

    /// What the network adds.
    public Added added() {
        if (networkSeconds.isEmpty()) {
            return Added.NOTHING;
        }
        return afterSeconds.isEmpty() ? Added.FLOOD
                : networkSeconds.getAsDouble() < afterSeconds.getAsDouble() ? Added.TIME
                : Added.LATER;
    }

    /// How much earlier than the rule the network was, in s; 0 if it was not.
    public double secondsBefore() {
        return added() == Added.TIME ? afterSeconds.orElseThrow() - networkSeconds.orElseThrow() : 0;
    }
}
