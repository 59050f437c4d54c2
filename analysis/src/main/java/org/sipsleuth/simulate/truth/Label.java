package org.sipsleuth.simulate.truth;

import org.jspecify.annotations.Nullable;

/// What all messages of one dialog are. Every dialog has a label of its own, so that it is told
/// once that the dialog is there.
public final class Label {

    private final TrafficClass trafficClass;
    private final @Nullable Attack attack;
    private final String note;
    private boolean told;

    private Label(TrafficClass trafficClass, @Nullable Attack attack, String note) {
        this.trafficClass = trafficClass;
        this.attack = attack;
        this.note = note;
    }

    /// The label of a normal dialog.
    public static Label normal() {
        return new Label(TrafficClass.NORMAL, null, "");
    }

    /// The label of a normal dialog of which a scenario knows more, such as its part of a split.
    public static Label normal(String note) {
        return new Label(TrafficClass.NORMAL, null, note);
    }

    /// The label of a dialog of an attack.
    public static Label of(Attack attack) {
        return new Label(attack.trafficClass(), attack, "");
    }

    public TrafficClass trafficClass() {
        return trafficClass;
    }

    /// The attack that the dialog belongs to, or null.
    public @Nullable Attack attack() {
        return attack;
    }

    /// What else the scenario knows of it, or empty.
    public String note() {
        return note;
    }

    /// Whether this is the first time that it is asked.
    boolean isFirst() {
        boolean first = !told;
        told = true;
        return first;
    }
}
