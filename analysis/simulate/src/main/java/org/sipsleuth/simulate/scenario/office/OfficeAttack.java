package org.sipsleuth.simulate.scenario.office;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;

/// An attack on an office, or from within it. One object is used for any number of
/// attacks.
public interface OfficeAttack {

    /// Its name, words joined by `-`.
    String name();

    /// What happens, in a sentence or two.
    String description();

    /// Where it comes from: paper and section, or why it is there.
    String source();

    /// What can be set.
    List<Setting> settings();

    /// Plans one attack and records its ground truth. Returns before anything happens.
    ///
    /// @param settings of [#settings]
    /// @param draws its random numbers
    /// @param forSeconds its maximum duration from now on; one with a fixed number of attempts may
    ///     end earlier
    void begin(Office office, Settings settings, SeededRandom draws, double forSeconds);
}
