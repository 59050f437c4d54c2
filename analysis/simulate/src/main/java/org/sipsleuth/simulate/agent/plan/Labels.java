package org.sipsleuth.simulate.agent.plan;

import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// Labels dialogs that arise from others: the other leg of a B2BUA, a call to which
/// another was transferred.
@FunctionalInterface
public interface Labels {

    /// The label of a dialog that arises from one with this label. Called once per dialog.
    Label after(Label origin);

    /// Labels each with a copy of the original label.
    static Labels alike() {
        return origin -> {
            Attack attack = origin.attack();
            return attack == null ? Label.normal(origin.note()) : Label.of(attack);
        };
    }
}
