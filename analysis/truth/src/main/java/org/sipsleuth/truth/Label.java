package org.sipsleuth.truth;

import org.jspecify.annotations.Nullable;

/// The ground-truth label of a dialog's messages. Every dialog has its own, so that it is listed
/// once that the dialog is there.
public final class Label {

    private final TrafficClass trafficClass;
    private final @Nullable Attack attack;
    private final String note;

    /// The label of the whole dialog; itself, but for messages that are harmless in it.
    private final Label dialog;

    private boolean recorded;
    private boolean begun;

    private Label(TrafficClass trafficClass, @Nullable Attack attack, String note, @Nullable Label dialog) {
        this.trafficClass = trafficClass;
        this.attack = attack;
        this.note = note;
        this.dialog = dialog == null ? this : dialog;
    }

    /// The label of a normal dialog.
    public static Label normal() {
        return normal("");
    }

    /// The label of a normal dialog of which a scenario knows more, such as its part of a split.
    public static Label normal(String note) {
        return new Label(TrafficClass.NORMAL, null, note, null);
    }

    /// The label of a dialog of an attack.
    public static Label of(Attack attack) {
        return new Label(attack.trafficClass(), attack, "", null);
    }

    /// The label of messages in this dialog that are as they should be.
    public Label harmless() {
        return new Label(TrafficClass.NORMAL, null, "", dialog);
    }

    /// The label of an attack's messages in this dialog, which began without it: a BYE that neither
    /// side sent.
    public Label reachedBy(Attack intruder) {
        return new Label(intruder.trafficClass(), intruder, "", dialog);
    }

    /// What the message is.
    public TrafficClass trafficClass() {
        return trafficClass;
    }

    /// The attack that the message belongs to, or null.
    public @Nullable Attack attack() {
        return attack;
    }

    /// What else the scenario knows of the dialog, or empty.
    public String note() {
        return note;
    }

    /// The label of the whole dialog.
    public Label dialog() {
        return dialog;
    }

    /// Whether this is the first time that it is asked for this dialog.
    public boolean isFirst() {
        boolean first = !dialog.recorded;
        dialog.recorded = true;
        return first;
    }

    /// Whether this is the first time that it is asked for this dialog: for the request that the
    /// dialog begins with. Over TCP, a copy of it may be captured earlier.
    public boolean begins() {
        boolean first = !dialog.begun;
        dialog.begun = true;
        return first;
    }
}
