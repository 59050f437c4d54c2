package org.sipsleuth.sequence.triage;

import java.util.List;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sequence.unknown.Suspicion;

/// The unknown dialogs of one sequence, about which an analyst decides once.
///
/// @param sequence the message types in order, `INVITE 100 180 200 BYE 200`; retransmissions are
///     left out. What a verdict is stored with
/// @param types the same, one by one
/// @param dialogs those with the sequence, in order; at least one
/// @param suspicion why it stands where it stands in the queue
/// @param senders how many addresses of the capture send the step; 0 where that is not known
/// @param allSenders how many addresses send transactions
/// @param step what was never seen in training, in one of the dialogs: a transaction, or the order
///     of two; empty where the model knows whole dialogs only
/// @param departure how it departs from RFC 3261, in a sentence; says nothing if it does not
/// @param findings the findings about it, the most severe first
/// @param incidents those that one of the dialogs belongs to, in their order
public record TriageItem(String sequence, List<String> types, List<Integer> dialogs, Suspicion suspicion, int senders,
        int allSenders, String step, Sentence departure, List<Finding> findings, List<Incident> incidents) {

    /// Takes copies.
    public TriageItem {
        types = List.copyOf(types);
        dialogs = List.copyOf(dialogs);
        findings = List.copyOf(findings);
        incidents = List.copyOf(incidents);
    }
}
