package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;

/// A flood of INVITEs, with what the session rules state of any flood.
///
/// @param requests its INVITEs, in the order of time
/// @param isByRule whether the session rule finds it; if not, it was described on request
/// @param isDense whether its INVITEs are so many in a minute that the session rule would call them
///     a flood if they were for few users
/// @param sources how many source addresses it has
/// @param borrowed how many of them otherwise behave as phones and trunks do
/// @param forging whether the addresses are forged, and why that is assumed
/// @param templates how its INVITEs are written, a few words each, the most frequent first
/// @param measures what the rule measures, with its thresholds
/// @param legitimate how many legitimate requests the server got meanwhile
/// @param failed how many of those failed for it
/// @param outcome what it did to them
/// @param observation who did what to whom, with evidence
public record InviteFlood(List<HopTransaction> requests, boolean isByRule, boolean isDense, int sources, int borrowed,
        Forging forging, List<Template> templates, List<Measurement> measures, int legitimate, int failed,
        Outcome outcome, Observation observation) {

    /// A way in which INVITEs are written: the same header fields in the same order, identifiers of
    /// the same grammar.
    ///
    /// @param text a few words, which may hold some from the capture
    /// @param requests how many are written like that
    public record Template(String text, int requests) {}

    /// Takes copies.
    public InviteFlood {
        requests = List.copyOf(requests);
        templates = List.copyOf(templates);
        measures = List.copyOf(measures);
    }

    /// When its first INVITE was sent, in ns since the epoch.
    public long fromNanos() {
        return requests.getFirst().atNanos();
    }

    /// When its last INVITE was sent, in ns since the epoch.
    public long toNanos() {
        return requests.getLast().atNanos();
    }
}
