package org.sipsleuth.view.edge.flow;

import org.sipsleuth.edge.traffic.MessageClass;

/// How many messages of each class.
///
/// @param legitimate those that count as legitimate
/// @param attack those that count as an attack
public record Tally(int legitimate, int attack) {

    /// No message.
    static final Tally NONE = new Tally(0, 0);

    /// Those of a class.
    public int of(MessageClass its) {
        return its == MessageClass.ATTACK ? attack : legitimate;
    }

    /// All.
    public int sum() {
        return legitimate + attack;
    }

    Tally plus(Tally other) {
        return new Tally(legitimate + other.legitimate, attack + other.attack);
    }

    Tally minus(Tally other) {
        return new Tally(legitimate - other.legitimate, attack - other.attack);
    }
}
