package org.sipsleuth.simulate;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.simulate.scenario.Mutations;
import org.sipsleuth.simulate.scenario.OddDialogs;
import org.sipsleuth.simulate.scenario.PaperDialogs;
import org.sipsleuth.simulate.scenario.Scenario;

/// All scenarios that there are.
public final class Scenarios {

    private static final List<Scenario> ALL =
            List.of(new PaperDialogs(), new OddDialogs(), new Mutations());

    private Scenarios() {}

    /// All, in the order in which they are listed.
    public static List<Scenario> all() {
        return ALL;
    }

    /// The scenario of this name.
    public static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
