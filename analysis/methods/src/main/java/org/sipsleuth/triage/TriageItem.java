package org.sipsleuth.triage;

import java.util.Collections;
import java.util.List;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sequence.unknown.Suspicion;

/// The dialogs of one cause in one network, about which an analyst decides once.
///
/// @param cause what they have in common; what a verdict is stored with
/// @param network the network, as a place in [org.sipsleuth.dialog.coverage.Coverages#all]
/// @param alsoBy the other causes that are the same here, as an order that has no ACK and a call
///     that was dropped for that
/// @param family equal for rows that differ in details only, which are offered together
/// @param title the cause in words: `BYE/200 after INVITE/486`
/// @param dialogs those that have it, in order; at least one
/// @param messages of each of these dialogs the message from which it departs
/// @param variants the different sequences of their messages, the most frequent first
/// @param places who has it, and to whom, those with most dialogs first
/// @param need why it stands before or behind others
/// @param users how many different callers or registering users its dialogs have
/// @param suspicion the same in bits, among rows of the same need
/// @param senders how many addresses of the network send it; 0 where that is not known
/// @param allSenders how many addresses send transactions there
/// @param step what was never seen in training, in one of the dialogs: a transaction, or the order
///     of two; empty where the model knows whole dialogs only, and of a problem
/// @param departure how it departs from RFC 3261, in a sentence; says nothing if it does not
/// @param explanation of a problem, in a sentence; says nothing where there is none
/// @param findings the findings about it, the most severe first
/// @param incidents those that one of the dialogs belongs to, in their order
public record TriageItem(TriageCause cause, int network, List<TriageCause> alsoBy, String family, Sentence title,
        List<Integer> dialogs, List<Integer> messages, List<TriageVariant> variants, List<TriagePlace> places,
        TriageNeed need, int users, Suspicion suspicion, int senders, int allSenders, String step, Sentence departure,
        Sentence explanation, List<Finding> findings, List<Incident> incidents) {

    /// Takes copies.
    public TriageItem {
        alsoBy = List.copyOf(alsoBy);
        dialogs = List.copyOf(dialogs);
        messages = List.copyOf(messages);
        variants = List.copyOf(variants);
        places = List.copyOf(places);
        findings = List.copyOf(findings);
        incidents = List.copyOf(incidents);
    }

    /// The message from which one of its dialogs departs.
    public int message(int dialog) {
        return messages.get(Collections.binarySearch(dialogs, dialog));
    }

    /// How suspicious it is among rows of the same need, in bits: 0 and more.
    public double bits() {
        return suspicion.bits();
    }

    /// The message types of its most frequent variant: `INVITE 100 180 200 BYE 200`.
    public String sequence() {
        return variants.getFirst().text();
    }

    /// The same, one by one.
    public List<String> types() {
        return variants.getFirst().types();
    }
}
