package org.sipsleuth.triage;

import java.util.Collections;
import java.util.List;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.unknown.Suspicion;

/// The dialogs of one cause in one network, about which an analyst decides once.
///
/// @param cause what they have in common; what a verdict is stored with
/// @param network the network, as a place in [org.sipsleuth.dialog.coverage.Coverages#all]
/// @param alsoBy the other causes that are the same here, as an order that has no ACK and a call
///     that was dropped for that, the largest first
/// @param family equal for rows that differ in details only, which are offered together
/// @param reason what is said of it
/// @param dialogs those that have it, in order; at least one
/// @param messages of each of these dialogs the message from which it departs
/// @param example the one of them that shows best what is said: with the decisive outcome of an
///     incident, else the first of the most frequent variant
/// @param variants the different sequences of their messages, the most frequent first
/// @param places who has it, and to whom, those with most dialogs first
/// @param need why it stands before or behind others
/// @param loss what users lose by it
/// @param users how many different callers or registering users its dialogs have
/// @param suspicion the same in bits, among rows of the same need
/// @param senders how many addresses of the network send its step; 0 where that is not known
/// @param allSenders how many addresses send transactions there
/// @param incidents those that one of the dialogs belongs to, in their order
public record TriageItem(TriageCause cause, int network, List<TriageJoined> alsoBy, String family, TriageReason reason,
        List<Integer> dialogs, List<Integer> messages, int example, List<TriageVariant> variants,
        List<TriagePlace> places, TriageNeed need, TriageLoss loss, int users, Suspicion suspicion, int senders,
        int allSenders, List<Incident> incidents) {

    /// Takes copies.
    public TriageItem {
        alsoBy = List.copyOf(alsoBy);
        dialogs = List.copyOf(dialogs);
        messages = List.copyOf(messages);
        variants = List.copyOf(variants);
        places = List.copyOf(places);
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

    /// The cause in words: `BYE/200 after INVITE/486`.
    public Sentence title() {
        return reason.title();
    }

    /// The message types of its example: `INVITE 100 180 200 BYE 200`.
    public String sequence() {
        return variant().text();
    }

    /// The same, one by one.
    public List<String> types() {
        return variant().types();
    }

    private TriageVariant variant() {
        return variants.stream()
                .filter(each -> each.dialogs().contains(example))
                .findFirst()
                .orElseGet(variants::getFirst);
    }
}
